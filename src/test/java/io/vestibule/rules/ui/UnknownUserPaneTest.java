package io.vestibule.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.people.Contact;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.InlineTaskRunner;
import io.vestibule.ui.Strings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who takes the place of somebody who is gone, by typing.
class UnknownUserPaneTest extends FxTest {

    private static final Person ADA = person("Ada Lovelace", PersonKind.VISITOR);
    private static final Person ADAM = person("Adam Smith", PersonKind.EMPLOYEE);

    private final List<Optional<Person>> answers = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // set when it is shown
    private UnknownUserPane pane;

    @BeforeEach
    void showPane() {
        show(
                600,
                400,
                () -> pane = new UnknownUserPane(
                        List.of("Door", "Gate"),
                        Strings.strict("rules", "people", "ui"),
                        new InlineTaskRunner(),
                        new UnknownUserPane.ReplacementCallbacks(
                                UnknownUserPaneTest::search, answers::add, problems::add)));
        doOnFx(() -> lookup(".text-field").query().requestFocus());
    }

    @Test
    void itNamesTheRulesAndNobodyCanTakeThePlaceYet() {
        assertThat(onFx(() -> lookup(".label").<Label>queryAll().stream().map(Label::getText)))
                .anyMatch(text -> text.contains("a person whom Vestibule does not know: Door, Gate."));
        assertThat(button("Replace in all rules").isDisabled()).isTrue();
        tap(KeyCode.ENTER);
        assertThat(answers).isEmpty();
    }

    @Test
    void theFirstWhoIsFoundIsTakenByEnter() {
        find("ada", 2);

        tap(KeyCode.ENTER);

        assertThat(answers).containsExactly(Optional.of(ADA));
    }

    @Test
    void theArrowGoesIntoTheListAndEnterTakesFromThere() {
        find("ada", 2);

        tap(KeyCode.DOWN);
        assertThat(found().isFocused()).isTrue();
        tap(KeyCode.DOWN, KeyCode.ENTER);

        assertThat(answers).containsExactly(Optional.of(ADAM));
    }

    @Test
    void whoIsChosenIsTakenByTheButton() {
        find("adam", 1);

        clickOn(button("Replace in all rules"));

        assertThat(answers).containsExactly(Optional.of(ADAM));
    }

    @Test
    void nobodyTakesThePlaceWhereThatIsChosenThoughSomebodyWasFound() {
        find("ada", 2);

        clickOn(button("Remove from all rules"));

        assertThat(answers).containsExactly(Optional.empty());
    }

    @Test
    void enterTakesNoneOfThoseFoundByAnEarlierTextButTheFirstOfTheAnswer() {
        find("ada", 2);

        var atOnce = onFx(() -> {
            lookup(".text-field").<TextField>query().setText("adam");
            Event.fireEvent(
                    lookup(".text-field").query(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            return List.copyOf(answers);
        });
        assertThat(atOnce).isEmpty();

        until(() -> !answers.isEmpty());
        assertThat(answers).containsExactly(Optional.of(ADAM));
    }

    @Test
    void whoeverIsNotFoundCannotBeTaken() {
        find("ada", 2);
        find("zz", 0);

        tap(KeyCode.ENTER);

        assertThat(answers).isEmpty();
        assertThat(button("Replace in all rules").isDisabled()).isTrue();
    }

    @Test
    void aSearchThatFailsIsTold() {
        write("fail", 0);

        until(() -> !problems.isEmpty());
        assertThat(found().getItems()).isEmpty();
    }

    private void find(String typed, int count) {
        press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        write(typed, 0);
        until(() -> found().getItems().size() == count && pane.isAnswered());
    }

    private static List<Person> search(String typed) {
        if (typed.startsWith("fail")) {
            throw new IllegalStateException("no index");
        }
        return List.of(ADA, ADAM).stream()
                .filter(person -> person.name().toLowerCase(Locale.ROOT).startsWith(typed))
                .toList();
    }

    private ListView<?> found() {
        return lookup(".list-view").query();
    }

    private Button button(String words) {
        return lookup(words).queryButton();
    }

    private void tap(KeyCode... keys) {
        for (KeyCode key : keys) {
            press(key).release(key);
        }
    }

    private static Person person(String name, PersonKind kind) {
        return new Person(
                PersonId.mint(),
                new CompanyId("acme-1"),
                UUID.randomUUID(),
                kind,
                name,
                Contact.NONE,
                Set.of(),
                "",
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                false);
    }
}
