package io.vestibule.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.desktop.ProblemMapper;
import io.vestibule.audit.Role;
import io.vestibule.fixture.DoorRecording;
import io.vestibule.fixture.DoorRecording.Scene;
import io.vestibule.people.Person;
import io.vestibule.rules.rehearse.recording.TimeLine;
import io.vestibule.rules.week.DayOverrides;
import io.vestibule.rules.who.Members;
import io.vestibule.ui.FxTaskRunner;
import io.vestibule.ui.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Slider;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;

/// A rule is tried on a recording of photos: the sample person passes twice, a stranger once, and nobody in between.
class RecordingPaneTest extends RulesUi {

    @SuppressWarnings("NullAway.Init") // opened by the test
    private RehearseModel rehearsal;

    @SuppressWarnings("NullAway.Init") // made by the test
    private Path recording;

    @Test
    void whoAppearsWhenAndWhetherTheRuleWouldTellStandsOnTheTimeLine() throws Exception {
        Person known = at.enrol(0);
        begin(new FxTaskRunner(ProblemMapper::problemOf));
        open(known);
        CompletableFuture<Boolean> shown = new CompletableFuture<>();
        doOnFx(() -> rehearsal.recording.arrangement.subscribe(now -> now.ifPresent(_ -> shown.complete(true))));

        fire("Choose a recording");

        assertThat(shown.get(2, TimeUnit.MINUTES)).isTrue();
        List<TimeLine.Lane> lanes =
                rehearsal.recording.arrangement.get().orElseThrow().timeLine().lanes();
        assertThat(desk.failed()).isEmpty();
        assertThat(lanes).extracting(TimeLine.Lane::userId).containsExactly(Optional.of(id(known)), Optional.empty());
        assertThat(lanes.get(0).appearances())
                .extracting(each -> Math.round(each.face().from().toMillis() / 1000.0))
                .containsExactly(1L, 12L);
        assertThat(lanes.get(1).appearances()).hasSize(1);
        until(() -> texts().containsAll(List.of("3 appearances in 0:00:15", "Unknown faces")));
        shot("recording");

        fire(bar("0:00:12"));
        assertThat(texts()).contains("Would alert", "The camera is in this rule.");
        shot("recording-appearance");

        exported(known);
        searchesStayTheSameWhenTheThresholdIsMoved();
        anHourAtWhichTheRuleSleepsIsSeenOnTheBars();
    }

    private void exported(Person known) throws IOException {
        fire("Export");
        until(() -> desk.said().contains("The appearances of known people were exported."));
        List<String> lines = Files.readAllLines(recording);
        assertThat(lines).hasSize(3); // the columns, and no stranger
        assertThat(lines.get(1))
                .startsWith("\"" + known.name() + "\",\"2026-12-04T12:00:01+01:00\"")
                .endsWith("\"Yes\",\"\"");
        assertThat(at.application.storage().log().recent(10))
                .anyMatch(entry -> entry.action().equals("rule.appearances-exported"));
    }

    private void searchesStayTheSameWhenTheThresholdIsMoved() {
        long before = searches();
        assertThat(before).isEqualTo(3);
        doOnFx(() -> slider().setValue(100));
        assertThat(rehearsal
                        .recording
                        .arrangement
                        .get()
                        .orElseThrow()
                        .timeLine()
                        .lanes())
                .singleElement()
                .matches(lane -> lane.userId().isEmpty() && lane.appearances().size() == 3);
        assertThat(texts()).contains("Would not alert").doesNotContain("Export");
        doOnFx(() -> slider().setValue(at.rules.rehearse().faceSearch().defaultThreshold()));
        assertThat(searches()).isEqualTo(before);
    }

    private void anHourAtWhichTheRuleSleepsIsSeenOnTheBars() {
        doOnFx(() -> this.<LocalTime>choice("Day and time").setValue(LocalTime.of(3, 0)));
        assertThat(bar("0:00:12").getAccessibleText()).endsWith("Would not alert.");
    }

    @Test
    void whoMaySeeNoFiguresTriesNoRecording() throws Exception {
        open(at.active("Guest"));
        at.signIn(Role.RECEPTION);

        fire("Choose a recording");

        assertThat(desk.failed()).containsExactly("audit.not-allowed");
        assertThat(rehearsal.recording.arrangement.get()).isEmpty();
    }

    @Test
    void aFileThatIsNoRecordingIsSaidToBeNone() throws Exception {
        recording = Files.writeString(folder.resolve("recording.mp4"), "no recording");
        openPane(at.active("Guest"));

        fire("Choose a recording");

        assertThat(desk.failed()).containsExactly("clip.unreadable");
    }

    private void open(Person person) throws Exception {
        recording = folder.resolve("recording.mp4");
        DoorRecording.write(
                recording,
                640,
                480,
                6,
                List.of(
                        Scene.empty(1),
                        new Scene("sample-person-1-probe.jpg", 2),
                        Scene.empty(4),
                        new Scene("stranger.jpg", 2),
                        Scene.empty(3),
                        new Scene("sample-person-1-probe.jpg", 2),
                        Scene.empty(1)));
        openPane(person);
    }

    private void openPane(Person person) {
        doOnFx(rules::refresh);
        rehearsal = onFx(() -> new RehearseModel(
                rules, at.draft(person), new Members(List.of(), List.of(id(person))), DayOverrides.NONE));
        show(1000, 700, () -> new RehearsePane(rehearsal, rules, new Picked(recording), at.rules.rehearse()));
        doOnFx(() -> {
            ((DatePicker) stage().getScene().getRoot().lookup(".date-picker")).setValue(LocalDate.of(2026, 12, 4));
            this.<LocalTime>choice("Day and time").setValue(LocalTime.NOON);
        });
    }

    private static String id(Person person) {
        return person.externalId();
    }

    private void shot(String name) throws Exception {
        Image image = onFx(() -> Snapshot.of(stage().getScene()));
        Snapshot.write(
                image,
                Path.of(System.getProperty("vestibule.shots", "target/shots")).resolve(name + ".png"));
    }

    private Button bar(String time) {
        return onFx(() -> stage().getScene().getRoot().lookupAll(".lane-bar").stream()
                .map(Button.class::cast)
                .filter(bar -> bar.getAccessibleText().contains(time))
                .findFirst()
                .orElseThrow());
    }

    private void fire(Button bar) {
        doOnFx(bar::fire);
    }

    private Slider slider() {
        return (Slider) stage().getScene().getRoot().lookup(".slider");
    }

    private long searches() {
        return at.application.storage().log().recent(1000).stream()
                .filter(entry -> entry.action().equals("search.by-face"))
                .count();
    }
}
