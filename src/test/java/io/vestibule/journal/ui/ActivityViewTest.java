package io.vestibule.journal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Operators;
import io.vestibule.audit.Role;
import io.vestibule.audit.Session;
import io.vestibule.base.CompanyId;
import io.vestibule.base.PhotoId;
import io.vestibule.base.Problem;
import io.vestibule.fixture.MigratedDatabase;
import io.vestibule.journal.CallStore;
import io.vestibule.journal.JobFlow;
import io.vestibule.journal.JobRecord;
import io.vestibule.journal.Journal;
import io.vestibule.journal.run.JobListeners;
import io.vestibule.journal.run.JournalRunner;
import io.vestibule.journal.run.NewStep;
import io.vestibule.journal.run.StepHandler;
import io.vestibule.journal.run.StepOutcome;
import io.vestibule.store.AllCompanies;
import io.vestibule.store.Database;
import io.vestibule.ui.Accessible;
import io.vestibule.ui.FxTaskRunner;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Banner;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The screen on a real journal and a real database; jobs, people and names are invented.
class ActivityViewTest extends FxTest implements ActivityPort {

    private static final Problem OFFLINE = Problem.of("cloud.offline");

    @TempDir
    Path folder;

    private final AtomicReference<Instant> time = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));
    private final List<Banner> banners = new CopyOnWriteArrayList<>();
    private final AtomicReference<StepOutcome> answer = new AtomicReference<>(StepOutcome.DONE);
    private final FxTaskRunner work = new FxTaskRunner(_ -> Optional.empty());
    private final Session session = new Session();
    private Database database;
    private Journal journal;
    private CallStore calls;
    private JournalRunner runner;
    private JobFlow flow;
    private ActivityModel model;
    private ActivityView view;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        InstantSource clock = time::get;
        journal = new Journal(AllCompanies.of(database), new JobListeners(), clock);
        calls = new CallStore(database);
        StepHandler handler = _ -> answer.get();
        runner = journal.runner(database, Map.of("enrol", handler, "erase", handler));
        Clock fixed = Clock.fixed(time.get(), ZoneOffset.UTC);
        AuditLog log = new AuditLog(database, session, fixed, new byte[32]);
        Operators operators = new Operators(database, log, session, fixed);
        operators.signIn(operators.addFirst("Alex").id());
        operators.add("Robin", Role.RECEPTION);
        flow = new JobFlow(database, journal, session, log);
        Strings words = Strings.strict("journal", "cloud", "ui");
        model = onFx(() -> new ActivityModel(this, journal, calls, flow, work, words));
        view = onFx(() -> new ActivityView(model, words));
    }

    @AfterEach
    void close() {
        doOnFx(view::hidden);
        until(() -> work.runningTasks().isEmpty());
        runner.close();
        database.close();
    }

    private UUID add(String name, String kind, Duration delay) {
        time.set(time.get().plusMillis(10));
        return journal.add(
                new CompanyId("acme-1"), List.of(new NewStep(() -> kind, name), new NewStep(() -> kind, name)), delay);
    }

    private UUID parked(String name, String kind) {
        UUID job = add(name, kind, Duration.ZERO);
        answer.set(new StepOutcome.Park(Problem.of("cloud.denied", "IndexFaces")));
        runner.perform(job);
        answer.set(StepOutcome.DONE);
        return job;
    }

    private void shown() {
        show(1000, 700, () -> new StackPane(view.node()));
        doOnFx(view::shown);
        until(() -> model.loaded.get());
    }

    @SuppressWarnings("unchecked")
    private ListView<ActivityLine> list() {
        return (ListView<ActivityLine>) view.node().lookup(".activity-list");
    }

    private List<String> names() {
        return list().getItems().stream()
                .filter(ActivityLine.JobLine.class::isInstance)
                .map(activityLine -> ((ActivityLine.JobLine) activityLine).row().name())
                .toList();
    }

    private List<ActivitySection> heads() {
        return list().getItems().stream()
                .filter(ActivityLine.SectionHeader.class::isInstance)
                .map(activityLine -> ((ActivityLine.SectionHeader) activityLine).section())
                .toList();
    }

    private void select(UUID job) {
        doOnFx(() -> model.selected.set(Optional.of(job)));
        until(() -> model.detail.get().isPresent());
    }

    private Optional<Button> button(String words) {
        return view.node().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> words.equals(button.getText()) && button.isVisible() && button.isFocusTraversable())
                .findFirst();
    }

    @Test
    void parkedJobsComeFirstAndEndedJobsLast() {
        runner.perform(add("done", "enrol", Duration.ZERO));
        add("later", "enrol", Duration.ofMinutes(3));
        parked("stopped", "enrol");
        shown();
        until(() -> names().equals(List.of("stopped", "later", "done")));
        assertThat(onFx(this::heads))
                .containsExactly(ActivitySection.ATTENTION, ActivitySection.UNDER_WAY, ActivitySection.ENDED);
        assertThat(Accessible.problems(stage().getScene())).isEmpty();
    }

    @Test
    void anEmptyJournalShowsWhatTheScreenIsFor() {
        shown();
        assertThat(onFx(() -> view.node().lookupAll(".empty-pane"))).hasSize(1);
        add("Ana", "enrol", Duration.ofMinutes(1));
        until(() -> list() != null && names().equals(List.of("Ana")));
    }

    @Test
    void enterAndRetryResumeAParkedJobAndTheFocusStaysOnTheScreen() {
        UUID job = parked("Ana", "enrol");
        shown();
        until(() -> names().equals(List.of("Ana")));
        select(job);
        doOnFx(() -> list().requestFocus());
        press(KeyCode.R).release(KeyCode.R);
        until(() -> journal.counts().parked() == 0);
        runner.perform(job);
        until(() -> heads().equals(List.of(ActivitySection.ENDED)));
        assertThat(focused()).isEqualTo(onFx(this::list));
        assertThat(onFx(model.selected::get)).contains(job);
    }

    @Test
    void retryAllIgnoresJobsThatOnlyWaitUntilTheyAreDue() {
        UUID waiting = add("later", "enrol", Duration.ofMinutes(3));
        UUID offline = add("offline", "enrol", Duration.ZERO);
        answer.set(new StepOutcome.RetryLater(OFFLINE, Duration.ofMinutes(5), false));
        runner.perform(offline);
        answer.set(StepOutcome.DONE);
        UUID stopped = parked("stopped", "enrol");
        shown();
        until(() -> model.hasRetryable.get());
        doOnFx(() -> button("Try all again").orElseThrow().fire());
        until(() -> banners.stream().anyMatch(banner -> banner.text().equals("2 jobs are being retried.")));
        assertThat(List.of(offline, stopped))
                .allSatisfy(
                        job -> assertThat(journal.job(job).orElseThrow().due()).isBeforeOrEqualTo(time.get()));
        assertThat(journal.job(waiting).orElseThrow().due()).isAfter(time.get());
    }

    @Test
    void anErasureCannotBeGivenUpAndAnEnrolmentCan() {
        UUID erasure = parked("Ben", "erase");
        UUID enrolment = parked("Ana", "enrol");
        shown();
        until(() -> names().size() == 2);
        select(erasure);
        assertThat(onFx(() -> button("Give up"))).isEmpty();
        select(enrolment);
        doOnFx(() -> button("Give up").orElseThrow().fire());
        until(() -> !banners.isEmpty());
        assertThat(journal.job(enrolment).orElseThrow().endReason()).isEqualTo(JobRecord.EndReason.GIVEN_UP);
    }

    @Test
    void aPendingRemovalIsUndoneByKeyboard() {
        UUID removal = add("Ana", "erase", Duration.ofSeconds(10));
        shown();
        until(() -> names().equals(List.of("Ana")));
        select(removal);
        doOnFx(() -> list().requestFocus());
        press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        until(() -> !banners.isEmpty());
        assertThat(journal.job(removal).orElseThrow().endReason()).isEqualTo(JobRecord.EndReason.UNDONE);
    }

    @Test
    void thousandsOfJobsAreReadPageByPage() {
        database.transaction(() -> {
            for (int i = 0; i < 1_000; i++) {
                add("person " + i, "enrol", Duration.ofHours(1));
            }
        });
        shown();
        until(() -> names().size() == 50);
        assertThat(onFx(() -> list().getItems().getFirst()))
                .isEqualTo(new ActivityLine.SectionHeader(ActivitySection.UNDER_WAY, 1_000));
        assertThat(onFx(() -> list().getItems().getLast()))
                .isEqualTo(new ActivityLine.LoadMoreLine(ActivitySection.UNDER_WAY, 950));
        assertThat(onFx(this::names).getFirst()).isEqualTo("person 999");
        doOnFx(() -> model.loadMore(ActivitySection.UNDER_WAY));
        until(() -> names().size() == 250);
    }

    @Test
    void newJobsDoNotMoveTheScrollPosition() {
        database.transaction(() -> {
            for (int i = 0; i < 50; i++) {
                add("person " + i, "enrol", Duration.ofHours(1));
            }
        });
        shown();
        until(() -> names().size() == 50 && isLaidOut());
        doOnFx(() -> {
            flow().scrollToTop(20);
            flow().scrollPixels(13);
        });
        String before = onFx(this::firstInView);
        for (int i = 0; i < 5; i++) {
            parked("stopped " + i, "enrol");
        }
        until(() -> names().contains("stopped 4"));
        assertThat(onFx(this::firstInView)).isEqualTo(before);
    }

    private boolean isLaidOut() {
        return list().lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null;
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) list().lookup(".virtual-flow");
    }

    private String firstInView() {
        var cell = flow().getFirstVisibleCell();
        return ((ActivityLine.JobLine) list().getItems().get(cell.getIndex()))
                        .row()
                        .name() + " at " + cell.getLayoutY();
    }

    @Test
    void theEmbeddedEngineShowsWhatTheCallsWouldCost() {
        for (int i = 0; i < 3; i++) {
            calls.add("IndexFaces", time.get(), false, true);
        }
        calls.add("IndexFaces", time.get(), false, false);
        calls.add("ListUsers", time.get(), false, true);
        calls.add("IndexFaces", time.get().minus(Duration.ofDays(1)), false, true);
        shown();
        until(() -> model.costs.get().isPresent());
        MonthlyCosts monthlyCosts = onFx(() -> model.costs.get().orElseThrow());
        assertThat(monthlyCosts.charged()).isFalse();
        assertThat(monthlyCosts.lines()).singleElement().satisfies(line -> {
            assertThat(line.operation()).isEqualTo("IndexFaces");
            assertThat(line.calls()).isEqualTo(3);
        });
        assertThat(monthlyCosts.free()).isEqualTo(1);
        assertThat(monthlyCosts.total()).isEqualByComparingTo("0.003");
        assertThat(lookup("March").tryQuery()).isEmpty();
        assertThat(lookup("Calls in March 2026").tryQuery()).isPresent();
    }

    @Override
    public Instant now() {
        return time.get();
    }

    @Override
    public Optional<PersonSummary> personOf(JobRecord job) {
        return Optional.of(new PersonSummary(job.steps().getFirst().subject(), Optional.empty()));
    }

    @Override
    public Optional<byte[]> picture(PhotoId photo) {
        return Optional.empty();
    }

    @Override
    public String jobText(JobRecord job) {
        return "Work";
    }

    @Override
    public String stepText(String kind) {
        return kind;
    }

    @Override
    public boolean isExpectedWait(Problem problem) {
        return false;
    }

    @Override
    public boolean mayRetry() {
        return true;
    }

    @Override
    public boolean mayGiveUp() {
        return true;
    }

    @Override
    public boolean canGiveUp(JobRecord job) {
        return job.steps().getFirst().kind().equals("enrol");
    }

    @Override
    public boolean canUndo(JobRecord job) {
        return job.notStarted() && job.steps().getFirst().kind().equals("erase");
    }

    @Override
    public boolean undo(JobRecord job) {
        return journal.drop(job.id());
    }

    @Override
    public boolean canDecide(JobRecord job) {
        return false;
    }

    @Override
    public void decide(JobRecord job) {}

    @Override
    public boolean isCharged() {
        return false;
    }

    @Override
    public AutoCloseable onChange(Runnable changed) {
        return journal.onChange(_ -> changed.run());
    }

    @Override
    public void showBanner(Banner banner) {
        banners.add(banner);
    }
}
