package io.vestibule.doctor.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.desktop.ScreenContext;
import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.doctor.DoctorKeys;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.people.Person;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.InlineTaskRunner;
import io.vestibule.ui.Strings;
import io.vestibule.ui.Theme;
import io.vestibule.ui.control.Banner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of the gallery self-test on a real collection, by keyboard.
class SelfTestPageTest extends FxTest {

    private static final List<ReportPage> SAVED = new ArrayList<>();

    @TempDir
    Path folder;

    static SelfTestModel model(Application application, Strings strings) {
        return new SelfTestModel(application.doctor().selfTest(), new InlineTaskRunner(), strings, new SelfTestPort() {
            @Override
            public boolean isCharged() {
                return !strings.locale().equals(Locale.ENGLISH);
            }

            @Override
            public Optional<String> name(PersonId person) {
                return application.storage().people().persons().find(person).map(Person::name);
            }

            @Override
            public boolean isMonthly() {
                return application.storage().settings().get(DoctorKeys.MONTHLY_TEST);
            }

            @Override
            public void setMonthly(boolean monthly) {
                application.setup().settings().set(DoctorKeys.MONTHLY_TEST, monthly);
            }

            @Override
            public void save(ReportPage page) {
                SAVED.add(page);
            }

            @Override
            public void showBanner(Banner banner) {}

            @Override
            public void showProblem(Problem problem) {
                throw new AssertionError(problem);
            }
        });
    }

    private static void enrol(Application application, String name, List<DraftPhoto> photos) {
        var person = application
                .enrol()
                .enrol()
                .save(TestApplication.visitor(application, name), photos, new DuplicateDecision.NoDuplicate())
                .person();
        TestApplication.await(application, person, State.SEARCHABLE);
    }

    @Test
    void itIsRunReadSavedAndSwitchedOnByKeyboard() throws Exception {
        SAVED.clear();
        try (var application = TestApplication.furnished(folder)) {
            var others = TestApplication.freshPhotos(application, 2, 1);
            enrol(application, "Ana Silva", TestApplication.photos(application, 0));
            enrol(application, "Bob Braun", TestApplication.photos(application, 1));
            enrol(application, "Ana da Silva", others);
            var english = model(application, Strings.load(Locale.ENGLISH, ScreenContext.BUNDLES));
            var back = new AtomicBoolean();
            Scene scene = show(1000, 700, () -> (Parent) new SelfTestView(english, () -> back.set(true)).node());
            doOnFx(english::start);
            doOnFx(() -> scene.getRoot().lookup(".button").requestFocus());
            push(KeyCode.F5);
            assertThat(onFx(() -> scene.getRoot().lookupAll(".self-test-pair").stream()
                            .map(Labeled.class::cast)
                            .map(Labeled::getText)
                            .toList()))
                    .first()
                    .asString()
                    .contains("Ana Silva", "Ana da Silva");
            doOnFx(() -> ((CheckBox) scene.getRoot().lookup(".check-box")).fire());
            assertThat(application.storage().settings().get(DoctorKeys.MONTHLY_TEST))
                    .isTrue();
            doOnFx(english::save);
            assertThat(SAVED.getFirst().toString()).doesNotContain("Silva").contains("3");
            push(KeyCode.ESCAPE);
            assertThat(back).isTrue();

            for (var locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                var shown = model(application, Strings.load(locale, ScreenContext.BUNDLES));
                doOnFx(shown::start);
                var look = locale.equals(Locale.ENGLISH) ? Theme.Choice.LIGHT : Theme.Choice.DARK;
                for (int width : new int[] {820, 1100}) {
                    assertThat(picture("self-test-" + locale + width, width, 620, look, () ->
                                    (Parent) new SelfTestView(shown, () -> {}).node()))
                            .isNotEmptyFile();
                }
            }
        }
    }
}
