package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.enrol.ui.RecentEnrolment;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.ui.control.State;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/// At the window nobody's "no" becomes a "yes", and nobody is mixed up with somebody else.
class DeskConsentTest extends DeskWindow {

    @Test
    void whoRefusedPhotosIsAskedBeforeOneIsTaken() {
        var bo = declining("Bo");
        openPerson("Bo");
        press("Add photos");
        until(() -> shows("No photos"));
        assertThat(onFx(() -> model.permitted().get()))
                .as("the camera stays off")
                .isFalse();
        assertThat(texts()).anyMatch(text -> text.startsWith("Refused photos on "));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(texts()).anyMatch(text -> text.startsWith("Consent is missing."));
        press("No photos");
        push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(texts()).anyMatch(text -> text.startsWith("This person refuses photos."));
        press("On paper");
        assertThat(onFx(() -> model.permitted().get())).isTrue();
        add("sample-person-1/1.jpg");
        until(() -> checked(1));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> application.storage().people().photos().findByPerson(bo).size() == 1);
        assertThat(application.storage().people().bases().findByPerson(bo))
                .anyMatch(basis -> basis instanceof LegalBasis.Consent consent
                        && consent.method() == LegalBasis.Method.SIGNED_PAPER);
    }

    @Test
    void whoAgreedBeforeIsShownWithTheirConsent() {
        enrolled("Ana", 0);
        openPerson("Ana");
        press("Add photos");
        until(() -> texts().stream().anyMatch(text -> text.startsWith("Consent: On screen, ")));
        assertThat(onFx(() -> model.permitted().get())).isTrue();
    }

    @Test
    void aGuardianSignsOnThePageAndTheSignatureStaysWithTheAnswer() throws Exception {
        name("Kim");
        openPage();
        var yes = button("Yes, I agree");
        var no = button("No, thanks");
        assertThat(onFx(yes::getWidth)).isEqualTo(onFx(no::getWidth));
        assertThat(onFx(yes::getHeight)).isEqualTo(onFx(no::getHeight)).isGreaterThanOrEqualTo(56);
        var minor = lookup(".overlay .check-box").queryAs(CheckBox.class);
        doOnFx(minor::fire);
        assertThat(onFx(yes::isDisabled)).isTrue();
        doOnFx(() -> lookup(".overlay .text-field").queryAs(TextField.class).setText("Mara Quist"));
        sign();
        shoot("enrol-answer-1000x700");
        doOnFx(yes::fire);
        until(() -> onFx(() -> model.permitted().get()));
        assertThat(chosen()).contains("Signed");
        push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> people().size() == 1);
        var basis = newestBasis();
        assertThat(basis)
                .isInstanceOfSatisfying(
                        LegalBasis.Consent.class,
                        consent -> assertThat(consent.method()).isEqualTo(LegalBasis.Method.SIGNED_SCREEN));
        assertThat(basis.evidence().guardian()).contains("Mara Quist");
        assertThat(basis.evidence().signature().orElseThrow().path())
                .startsWith("M")
                .contains("L");
        until(() -> !shows("Signed"));
    }

    @Test
    void noThanksOnThePageIsRecorded() {
        name("Kim");
        openPage();
        doOnFx(button("No, thanks")::fire);
        push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> people().size() == 1);
        assertThat(newestBasis()).isInstanceOf(LegalBasis.Declined.class);
        assertThat(newestBasis().evidence().wording()).isNotEmpty();
    }

    private void openPage() {
        until(() -> shows("Let the person answer")
                && !onFx(() -> button("Let the person answer").isDisabled()));
        doOnFx(button("Let the person answer")::fire);
        until(() -> !lookup(".overlay #enrol-signature").queryAll().isEmpty());
    }

    private LegalBasis newestBasis() {
        return application
                .storage()
                .people()
                .bases()
                .newest(people().getFirst().id())
                .orElseThrow();
    }

    private Button button(String words) {
        return lookup(".button").queryAllAs(Button.class).stream()
                .filter(each -> words.equals(each.getText()))
                .findFirst()
                .orElseThrow();
    }

    private void sign() {
        var pad = lookup("#enrol-signature").query();
        doOnFx(() -> {
            fireMouse(pad, MouseEvent.MOUSE_PRESSED, 40, 60);
            for (int i = 0; i < 30; i++) {
                fireMouse(pad, MouseEvent.MOUSE_DRAGGED, 40 + i * 9, 60 + 35 * Math.sin(i / 2.0));
            }
            fireMouse(pad, MouseEvent.MOUSE_RELEASED, 310, 60);
        });
    }

    @Test
    void arrowKeysReachTheNoWithoutGivingConsent() {
        name("Ana");
        push(KeyCode.ENTER);
        until(() -> focusedChip().equals("On screen"));
        for (var next : List.of("On paper", "Verbal", "No photos")) {
            push(KeyCode.RIGHT);
            assertThat(focusedChip()).isEqualTo(next);
            assertThat(onFx(() -> model.form().basis().get())).isFalse();
        }
        assertThat(onFx(() -> focus().isFocusVisible())).isTrue();
        push(KeyCode.SPACE);
        assertThat(chosen()).contains("No photos").doesNotContain("On screen", "On paper", "Verbal");
        push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> people().size() == 1);
        assertThat(application
                        .storage()
                        .people()
                        .bases()
                        .findByPerson(people().getFirst().id()))
                .singleElement()
                .isInstanceOf(LegalBasis.Declined.class);
    }

    @Test
    void photosThatCameBeforeTheAnswerAreTakenUpAfterIt() {
        add("sample-person-1/1.jpg");
        add("sample-person-1/2.jpg");
        assertThat(onFx(() -> model.photos().tiles()))
                .as("nothing is read before the answer")
                .isEmpty();
        assertThat(texts()).contains("Photos wait for the answer");
        press("On screen");
        until(() -> checked(2));
        assertThat(texts()).doesNotContain("Photos wait for the answer");
    }

    @Test
    void photosThatCameBeforeARefusalAreDroppedAndComeBackByUndo() {
        add("sample-person-1/1.jpg");
        press("No photos");
        assertThat(banner()).isEqualTo("The photos were discarded.");
        doOnFx(() -> desktop.screenContext().banners().undo());
        press("Verbal");
        until(() -> checked(1));
    }

    @Test
    void nobodyIsWatchedForWithoutAFace() {
        press("Watch");
        name("Bo");
        fillReason(LocalDate.now(java.time.ZoneId.systemDefault()).plusDays(3));
        add("too-blurred.jpg");
        until(() -> checked(1));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> banner().equals("There is no usable photo."));
        assertThat(people()).isEmpty();
    }

    @Test
    void aReviewDateThatCannotBeReadStaysAndIsNamed() {
        press("Watch");
        name("Bo");
        fillReason(LocalDate.now(java.time.ZoneId.systemDefault()).plusDays(3));
        var editor = onFx(() -> lookup(".date-picker")
                .queryAs(javafx.scene.control.DatePicker.class)
                .getEditor());
        doOnFx(() -> editor.setText("31.13.2026"));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(texts()).contains("The review date cannot be read.");
        assertThat(onFx(() -> editor.getText())).isEqualTo("31.13.2026");
        doOnFx(() -> editor.setText("2026-12-31"));
        assertThat(texts()).doesNotContain("The review date cannot be read.");
    }

    @Test
    void aReviewAfterTheDeletionIsAskedAbout() throws Exception {
        press("Watch");
        name("Bo");
        fillReason(LocalDate.now(java.time.ZoneId.systemDefault()).plusDays(900));
        add("sample-person-1/1.jpg");
        until(() -> checked(1));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        until(this::overlayOpen);
        shoot("desk-review");
        push(KeyCode.ESCAPE);
        until(() -> !overlayOpen());
        assertThat(people()).isEmpty();
        push(KeyCode.CONTROL, KeyCode.ENTER);
        press("Keep both dates");
        until(() -> people().size() == 1);
        assertThat(people().getFirst().kind()).isEqualTo(PersonKind.WATCH);
    }

    private void fillReason(LocalDate review) {
        doOnFx(() -> {
            var fields = List.copyOf(lookup(".text-field").queryAllAs(TextInputControl.class));
            fields.stream()
                    .filter(field -> isSeen(field)
                            && ("Legal basis".equals(field.getAccessibleText())
                                    || "Source of the picture".equals(field.getAccessibleText())))
                    .forEach(field -> field.setText("House ban"));
            List.copyOf(lookup(".date-picker").queryAllAs(javafx.scene.control.DatePicker.class))
                    .forEach(field -> field.setValue(review));
        });
        until(() -> model.permitted().get());
    }

    @Test
    void aNewPersonBeginsWithAnEmptyFormAndUndoBringsTheOldOneBack() {
        name("Ana");
        press("On screen");
        add("sample-person-1/1.jpg");
        until(() -> checked(1));
        push(KeyCode.CONTROL, KeyCode.N);
        assertThat(onFx(model::isEmpty)).isTrue();
        assertThat(onFx(() -> model.form().basis().get())).isFalse();
        assertThat(banner()).startsWith("New person.");
        until(() -> focus() instanceof TextInputControl field && "enrol-name".equals(field.getId()));
        push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(onFx(() -> model.form().name().get())).isEqualTo("Ana");
        assertThat(onFx(() -> model.photos().tiles())).hasSize(1);
        assertThat(onFx(() -> model.form().basis().get())).isTrue();
    }

    @Test
    void aNewPersonWhilePhotosOfSomebodyAreTakenIsNotThatOne() {
        enrolled("Ana", 0);
        openPerson("Ana");
        press("Add photos");
        until(() -> model.permitted().get());
        add("sample-person-2/1.jpg");
        until(() -> checked(1));
        push(KeyCode.CONTROL, KeyCode.N);
        until(() -> focus() instanceof TextInputControl field && "enrol-name".equals(field.getId()));
        assertThat(onFx(model::isEmpty)).isTrue();
        doOnFx(() -> desktop.screenContext().banners().undo());
        assertThat(onFx(() -> model.photos().tiles())).hasSize(1);
        assertThat(texts()).contains("More photos of Ana");
    }

    @Test
    void aDifferentNameIsOfferedAsAChange() throws Exception {
        var ana = enrolled("Ana", 0);
        name("B. Hussein");
        press("On screen");
        add("sample-person-1/1.jpg");
        until(() -> checked(1));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        until(this::overlayOpen);
        shoot("desk-duplicate-rename");
        doOnFx(() -> lookup(".check-box").queryAllAs(CheckBox.class).stream()
                .filter(box -> box.getText().equals("Change the name from Ana to B. Hussein"))
                .findFirst()
                .orElseThrow()
                .fire());
        press("Same person: add photos");
        until(() -> !recents().isEmpty());
        assertThat(person(ana).name()).isEqualTo("B. Hussein");
        assertThat(recents()).extracting(RecentEnrolment::name).containsExactly("B. Hussein");
        assertThat(people()).hasSize(1);
    }

    @Test
    void aRemovedPersonLeavesTheEnrolScreen() {
        press("On screen");
        name("Ana");
        add("sample-person-1/1.jpg", "sample-person-1/2.jpg");
        until(() -> checked(2));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> recents().size() == 1 && recents().getFirst().state().get() == State.DONE);
        press("On screen");
        add("sample-person-1/3.jpg");
        until(() -> banner().equals("Similar to Ana, who is already enrolled."));
        var ana = people().getFirst().id();
        application.enrol().commands().remove(ana);
        until(() -> recents().isEmpty());
        until(() -> banner().isEmpty());
        assertThat(texts()).noneMatch(text -> text.contains("Ana"));
    }

    @Test
    void anotherOperatorFindsNothingOfThePreviousOne() {
        press("On screen");
        name("Ana");
        add("sample-person-1/1.jpg");
        until(() -> checked(1));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> recents().size() == 1);
        name("Next");
        press("On screen");
        add("sample-person-2/1.jpg");
        until(() -> checked(1));
        signIn("Robin");
        until(() -> recents().isEmpty() && model.isEmpty());
        assertThat(texts()).noneMatch(text -> text.contains("Ana"));
        assertThat(onFx(() -> desktop.screenContext().banners().showing())).isEmpty();
    }

    @Test
    void theReceptionRecordsThatConsentWasWithdrawn() throws Exception {
        var ana = enrolled("Ana", 0);
        signIn("Robin");
        openPerson("Ana");
        assertThat(shows("Remove")).isFalse();
        shoot("desk-person-reception");
        press("Consent withdrawn");
        until(() -> banner().startsWith("Ana withdrew consent"));
        assertThat(person(ana).removed()).isPresent();
        push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> person(ana).removed().isEmpty());
    }

    private List<RecentEnrolment> recents() {
        return onFx(() -> List.copyOf(model.recentEnrolments().people()));
    }

    private Person person(io.vestibule.base.PersonId id) {
        return application.storage().people().persons().find(id).orElseThrow();
    }
}
