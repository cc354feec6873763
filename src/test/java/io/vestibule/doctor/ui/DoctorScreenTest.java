package io.vestibule.doctor.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.desktop.ScreenContext;
import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.base.Problem;
import io.vestibule.doctor.DiscrepancyKind;
import io.vestibule.doctor.DiscrepancyState;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.setup.ui.collection.CollectionModel;
import io.vestibule.setup.ui.collection.CollectionView;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.InlineTaskRunner;
import io.vestibule.ui.Strings;
import io.vestibule.ui.Theme;
import io.vestibule.ui.control.Banner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The list of discrepancies on a real collection: compared, chosen, ordered and undone by keyboard.
class DoctorScreenTest extends FxTest {

    @TempDir
    Path folder;

    private final List<Banner> banners = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private Application application;
    private DoctorModel model;

    @BeforeEach
    void breakCollection() {
        application = TestApplication.furnished(folder);
        var ana = application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, "Ana"),
                        TestApplication.photos(application, 0),
                        new DuplicateDecision.NoDuplicate())
                .person();
        TestApplication.await(application, ana, State.SEARCHABLE);
        var service = TestApplication.service(application);
        service.faces()
                .deleteUser(
                        TestApplication.COLLECTION,
                        TestApplication.person(application, ana).externalId(),
                        "gone");
        service.bucket().put("photos/ab/list.txt", new byte[] {1});
        service.faces().createUser(TestApplication.COLLECTION, "first-last-1738375179381", "other");
        model = model(Locale.ENGLISH, true);
    }

    @AfterEach
    void close() {
        doOnFx(model::stop);
        application.close();
    }

    private DoctorModel model(Locale locale, boolean charged) {
        var doctor = application.doctor();
        return onFx(() -> new DoctorModel(
                doctor.compare(),
                doctor.remedies(),
                doctor.discrepancies(),
                new InlineTaskRunner(),
                Strings.load(locale, ScreenContext.BUNDLES),
                new DoctorPort() {
                    @Override
                    public boolean isCharged() {
                        return charged;
                    }

                    @Override
                    public AutoCloseable onChange(Runnable changed) {
                        return () -> {};
                    }

                    @Override
                    public void showBanner(Banner banner) {
                        banners.add(banner);
                    }

                    @Override
                    public void showProblem(Problem problem) {
                        problems.add(problem);
                    }
                }));
    }

    private Parent collection(DoctorModel shown) {
        var page = new CollectionModel(application.setup().collection(), new InlineTaskRunner());
        return (Parent)
                new CollectionView(page, shown, SelfTestPageTest.model(application, shown.strings()), shown.strings())
                        .node();
    }

    private long open(DiscrepancyKind kind, DiscrepancyState state) {
        return model.result.get().orElseThrow().rows().stream()
                .filter(row -> row.kind() == kind)
                .mapToLong(row -> row.number(state))
                .sum();
    }

    @Test
    void whatIsProposedIsChosenAndTheRestIsNot() {
        var back = new AtomicBoolean();
        Scene scene = show(1000, 700, () -> (Parent) new DoctorView(model, () -> back.set(true)).node());
        doOnFx(model::start);
        push(KeyCode.F5);
        doOnFx(() -> scene.getRoot().lookup(".button").requestFocus());
        push(KeyCode.F5);
        assertThat(problems).isEmpty();
        assertThat(model.chosen)
                .contains(DiscrepancyKind.FACE_WITHOUT_USER)
                .doesNotContain(DiscrepancyKind.UNKNOWN_FILE, DiscrepancyKind.UNKNOWN_USER);
        assertThat(onFx(() -> scene.getRoot().lookupAll(".check-box").stream()
                        .map(CheckBox.class::cast)
                        .filter(box -> !box.isSelected())
                        .map(CheckBox::getText)
                        .toList()))
                .containsExactly("Unknown users", "Unknown files");
        long faces = open(DiscrepancyKind.FACE_WITHOUT_USER, DiscrepancyState.OPEN);
        assertThat(faces).isPositive();
        doOnFx(model::fix);
        assertThat(open(DiscrepancyKind.FACE_WITHOUT_USER, DiscrepancyState.ORDERED))
                .isEqualTo(faces);
        doOnFx(banners.getLast().undo().orElseThrow());
        assertThat(open(DiscrepancyKind.FACE_WITHOUT_USER, DiscrepancyState.OPEN))
                .isEqualTo(faces);
        push(KeyCode.ESCAPE);
        assertThat(back).isTrue();
    }

    @Test
    void theListAndItsCardAreReadableInBothLanguages() throws Exception {
        doOnFx(model::start);
        doOnFx(model::compare);
        for (var locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            var shown = model(locale, locale.equals(Locale.ENGLISH));
            doOnFx(shown::start);
            var look = locale.equals(Locale.ENGLISH) ? Theme.Choice.LIGHT : Theme.Choice.DARK;
            var list =
                    picture("doctor-" + locale, 820, 620, look, () -> (Parent) new DoctorView(shown, () -> {}).node());
            var card = picture("doctor-card-" + locale, 440, 260, look, () -> new DoctorCard(shown, () -> {}));
            for (int width : new int[] {820, 1100}) {
                var page = picture("collection-" + locale + width, width, 620, look, () -> collection(shown));
                assertThat(page).isNotEmptyFile();
            }
            assertThat(list).isNotEmptyFile();
            assertThat(card).isNotEmptyFile();
            doOnFx(shown::stop);
        }
    }
}
