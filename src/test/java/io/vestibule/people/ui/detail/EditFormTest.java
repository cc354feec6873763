package io.vestibule.people.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.Problem;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.Site;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.people.ui.CardScreen;
import io.vestibule.people.ui.PeoplePortFixture;
import io.vestibule.ui.control.LabelledField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What is typed of a person: what is refused, what is saved, and where the focus goes.
class EditFormTest extends CardScreen {

    private final List<PersonEdit> saved = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // set when it is shown
    private EditForm form;

    private void open(Person person) {
        open(detail(person));
    }

    private void open(PersonDetail detail) {
        form = shown(() ->
                new EditForm(detail, words, () -> PeoplePortFixture.NOW, saved::add, () -> told.add("cancelled")));
        doOnFx(form::focusFirst);
    }

    private LabelledField<?> field(String label) {
        return onFx(() -> form.lookupAll(".labelled-field").stream()
                .map(node -> (LabelledField<?>) node)
                .filter(one -> label.equals(one.control().getAccessibleText()))
                .findFirst()
                .orElseThrow());
    }

    private TextInputControl control(String label) {
        return (TextInputControl) field(label).control();
    }

    private void retype(String label, String text) {
        doOnFx(() -> {
            control(label).requestFocus();
            control(label).selectAll();
        });
        if (text.isEmpty()) {
            push(KeyCode.DELETE);
        } else {
            write(text);
        }
    }

    /// By its text: the form may be longer than the window, so that the mouse does not reach its end.
    private void press(String text) {
        doOnFx(() -> form.lookupAll(".button").stream()
                .map(node -> (Button) node)
                .filter(button -> text.equals(button.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private void saveByKey() {
        push(KeyCode.CONTROL, KeyCode.ENTER);
    }

    private List<String> on() {
        return onFx(() -> form.lookupAll(".chip").stream()
                .map(node -> (ToggleButton) node)
                .filter(ToggleButton::isSelected)
                .map(ToggleButton::getText)
                .toList());
    }

    private List<String> chips() {
        return onFx(() -> form.lookupAll(".chip").stream()
                .map(node -> ((ToggleButton) node).getText())
                .toList());
    }

    @Test
    void theFormBeginsWithTheWholeNameSelected() {
        open(ana);
        assertThat(focused()).isSameAs(control("Name"));
        assertThat(onFx(() -> ((TextField) focused()).getSelectedText())).isEqualTo("Ana Silva");
        assertThat(on()).containsExactly("Visitor", "Main lobby");
    }

    @Test
    void nothingChangedSavesThePersonAsTheyAre() {
        open(ana);
        saveByKey();
        assertThat(saved).containsExactly(PersonEdit.of(ana));
    }

    @Test
    void whatIsTypedIsSavedWithoutTheSpacesAroundIt() {
        open(ana);
        retype("Name", "  Anna Sylva ");
        retype("E-mail", " anna@c.example ");
        press("Save");
        assertThat(saved).hasSize(1);
        var edit = saved.getFirst();
        assertThat(edit.name()).isEqualTo("Anna Sylva");
        assertThat(edit.contact().email()).isEqualTo("anna@c.example");
        assertThat(edit.contact().host()).isEqualTo("Ms Host");
        assertThat(edit.expires()).isEqualTo(ana.expires());
    }

    @Test
    void anEmptyNameIsRefusedAndGetsTheFocus() {
        open(ana);
        retype("Name", "");
        doOnFx(() -> control("E-mail").requestFocus());
        saveByKey();
        assertThat(saved).isEmpty();
        assertThat(field("Name").isWrong()).isTrue();
        assertThat(texts()).contains("Enter a name.");
        assertThat(focused()).isSameAs(control("Name"));
    }

    @Test
    void anAddressThatIsNoneIsRefusedAndGetsTheFocus() {
        open(ana);
        retype("E-mail", "ana");
        doOnFx(() -> control("Name").requestFocus());
        saveByKey();
        assertThat(saved).isEmpty();
        assertThat(field("E-mail").isWrong()).isTrue();
        assertThat(focused()).isSameAs(control("E-mail"));
        retype("E-mail", "");
        saveByKey();
        assertThat(saved).as("no address at all is right").hasSize(1);
    }

    @Test
    void ofTwoWrongFieldsTheFirstGetsTheFocusAndBothSayWhy() {
        open(ana);
        retype("E-mail", "ana");
        retype("Name", "");
        saveByKey();
        assertThat(field("Name").isWrong()).isTrue();
        assertThat(field("E-mail").isWrong()).isTrue();
        assertThat(focused()).isSameAs(control("Name"));
    }

    @Test
    void escapeLeavesTheFormFromEveryField() {
        open(ana);
        push(KeyCode.ESCAPE);
        Node note = field(words.text("people.note")).control();
        doOnFx(note::requestFocus);
        push(KeyCode.ESCAPE);
        press("Cancel");
        assertThat(told).hasSize(3);
        assertThat(saved).isEmpty();
    }

    @Test
    void changesAreNotThrownAwayWithoutAQuestion() {
        open(ana);
        retype("Name", "Nobody");
        push(KeyCode.ESCAPE);
        assertThat(told).isEmpty();
        assertThat(texts()).contains("Your changes are not saved.");
        assertThat(((Button) focused()).getText()).isEqualTo("Continue editing");
        push(KeyCode.ESCAPE);
        assertThat(buttons()).contains("Save").doesNotContain("Discard the changes");
        assertThat(control("Name").getText()).isEqualTo("Nobody");
        press("Cancel");
        press("Discard the changes");
        assertThat(told).hasSize(1);
        assertThat(saved).isEmpty();
    }

    @Test
    void aRefusedNumberKeepsTheFocusAtItsField() {
        open(ana);
        saveByKey();
        doOnFx(() -> form.fail(Problem.of("enrol.phone-unfit")));
        assertThat(focused()).isSameAs(control("Phone"));
        assertThat(field("Phone").isWrong()).isTrue();
    }

    @Test
    void aSecondSaveWaitsForTheFirst() {
        open(ana);
        saveByKey();
        saveByKey();
        assertThat(saved).hasSize(1);
    }

    @Test
    void aRefusalIsToldAndTheFormCanBeSavedAgain() {
        open(ana);
        doOnFx(() -> control("E-mail").requestFocus());
        saveByKey();
        doOnFx(() -> form.fail(Problem.of("ui.cancelled")));
        assertThat(focused()).isSameAs(control("E-mail"));
        var why = words.problem(Problem.of("ui.cancelled"));
        assertThat(texts()).contains(why.summary() + " " + why.advice());
        saveByKey();
        assertThat(saved).hasSize(2);
    }

    @Test
    void aLengthOfTimeCountsFromNow() {
        open(ana);
        clickOn("In 30 days");
        saveByKey();
        assertThat(saved.getFirst().expires()).contains(PeoplePortFixture.NOW.plus(Duration.ofDays(30)));
    }

    @Test
    void anotherLengthOfTimeReplacesThePreviousOne() {
        open(ana);
        clickOn("In 30 days");
        clickOn("In 7 days");
        assertThat(on()).contains("In 7 days").doesNotContain("In 30 days");
        saveByKey();
        assertThat(saved.getFirst().expires()).contains(PeoplePortFixture.NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void theReasonOfARefusalDisappearsWithTheNextAttempt() {
        open(ana);
        saveByKey();
        doOnFx(() -> form.fail(Problem.of("ui.cancelled")));
        saveByKey();
        assertThat(texts())
                .noneMatch(text -> text.startsWith(
                        words.problem(Problem.of("ui.cancelled")).summary()));
    }

    @Test
    void aLengthOfTimeThatIsSwitchedOffLeavesTheDate() {
        open(ana);
        clickOn("In a year");
        clickOn("In a year");
        saveByKey();
        assertThat(saved.getFirst().expires()).isEqualTo(ana.expires());
    }

    @Test
    void sitesAndKindAreChosenByChips() {
        open(ana);
        clickOn("Employee");
        clickOn("North gate");
        clickOn("Main lobby");
        saveByKey();
        assertThat(saved.getFirst().kind()).isEqualTo(PersonKind.EMPLOYEE);
        assertThat(saved.getFirst().sites()).containsExactly(desk.gate.id());
    }

    @Test
    void nobodyIsPutOnTheWatchListNorTakenOffItByTheForm() {
        open(ana);
        assertThat(chips()).doesNotContain("Watch list");
        open(desk.save("Eve", PersonKind.WATCH, desk.gate, EnrolmentStatus.State.SEARCHABLE));
        assertThat(chips()).contains("Watch list").doesNotContain("Visitor", "Employee");
        saveByKey();
        assertThat(saved.getLast().kind()).isEqualTo(PersonKind.WATCH);
    }

    @Test
    void aCompanyWithoutSitesIsNotAskedForThem() {
        var known = detail(ana);
        open(new PersonDetail(
                ana,
                known.status(),
                known.face(),
                List.of(),
                List.of(),
                known.personProblem(),
                List.of(),
                List.<Site>of()));
        assertThat(texts()).doesNotContain("Sites");
        saveByKey();
        assertThat(saved).hasSize(1);
    }

    @Test
    void aNoteMayHaveSeveralLines() {
        open(ana);
        var note = (TextArea) field(words.text("people.note")).control();
        doOnFx(note::requestFocus);
        write("one");
        push(KeyCode.ENTER);
        write("two");
        push(KeyCode.ENTER);
        saveByKey();
        assertThat(saved.getFirst().note()).isEqualTo("one\ntwo");
    }
}
