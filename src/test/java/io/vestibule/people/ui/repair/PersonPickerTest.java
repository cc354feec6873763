package io.vestibule.people.ui.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.Problem;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.PersonPage;
import io.vestibule.people.PersonQuery;
import io.vestibule.people.ui.CardScreen;
import io.vestibule.people.ui.PeoplePortFixture;
import io.vestibule.ui.InlineTaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody is picked by the start of a name, by keyboard or by mouse.
class PersonPickerTest extends CardScreen {

    private final List<String> picked = new ArrayList<>();
    private final List<Problem> failed = new ArrayList<>();
    private final List<PersonPage.Row> likely = new ArrayList<>();
    private boolean away;
    private PersonPicker picker;

    @BeforeEach
    void open() {
        desk.save("Benita Silva", ana.kind(), desk.gate, EnrolmentStatus.State.SEARCHABLE);
        likely.add(desk.peopleStores.persons().row(ana.id()).orElseThrow());
        likely.add(desk.peopleStores.persons().row(ben.id()).orElseThrow());
        picker = shown(() -> new PersonPicker(
                new Source(),
                ana.id(),
                pictures,
                new InlineTaskRunner(),
                words,
                row -> picked.add(row.name()),
                failed::add));
        doOnFx(() -> field().requestFocus());
        until(() -> list().getItems().size() == 1 && picker.isAnswered());
    }

    private final class Source implements PersonPicker.Source {

        @Override
        public List<PersonPage.Row> likely() {
            return likely;
        }

        @Override
        public List<PersonPage.Row> named(String typed) {
            if (away) {
                throw new IllegalStateException("away");
            }
            return desk.peopleStores
                    .persons()
                    .page(PersonQuery.named(PeoplePortFixture.ACME, typed), Optional.empty(), 20)
                    .rows();
        }

        @Override
        public String about(PersonPage.Row person) {
            return person.kind().name();
        }
    }

    private TextField field() {
        return (TextField) picker.getChildren().getFirst();
    }

    private ListView<?> list() {
        return (ListView<?>) picker.getChildren().getLast();
    }

    private void type(String text, int found) {
        write(text);
        until(() -> list().getItems().size() == found && field().getText().equals(text) && picker.isAnswered());
    }

    @Test
    void thoseWhoAreLikelyAreOfferedFirstWithoutThePersonThemselves() {
        assertThat(texts()).contains("Ben Okafor", "EMPLOYEE").doesNotContain("Ana Silva");
        push(KeyCode.ENTER);
        assertThat(picked).containsExactly("Ben Okafor");
    }

    @Test
    void enterPicksTheFirstOfThoseWhoWereFound() {
        type("ben", 2);
        push(KeyCode.ENTER);
        assertThat(picked).containsExactly("Ben Okafor");
    }

    @Test
    void thePersonThemselvesIsNotFoundByTheirName() {
        write("silva");
        until(() -> texts().contains("Benita Silva"));
        assertThat(texts()).doesNotContain("Ana Silva");
    }

    @Test
    void arrowsGoThroughTheListAndEnterPicksTheOneSelected() {
        type("ben", 2);
        push(KeyCode.DOWN);
        assertThat(focused()).isSameAs(list());
        push(KeyCode.DOWN).push(KeyCode.ENTER);
        assertThat(picked).containsExactly("Benita Silva");
    }

    @Test
    void aClickPicksTheOneBelowIt() {
        type("ben", 2);
        clickOn("Benita Silva");
        assertThat(picked).containsExactly("Benita Silva");
    }

    private static KeyEvent pressed(KeyCode key) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false);
    }

    @Test
    void enterPicksNoneOfThoseFoundByAnEarlierTextButTheFirstOfTheAnswer() {
        assertThat(texts()).contains("Ben Okafor");
        var atOnce = onFx(() -> {
            field().setText("benita");
            Event.fireEvent(field(), pressed(KeyCode.ENTER));
            Event.fireEvent(field(), pressed(KeyCode.DOWN));
            return List.copyOf(picked);
        });
        assertThat(atOnce).isEmpty();
        assertThat(focused()).isSameAs(field());
        until(() -> !picked.isEmpty());
        assertThat(picked).containsExactly("Benita Silva");
    }

    @Test
    void enterPicksNobodyOnceThePickerIsLeft() {
        doOnFx(() -> {
            field().setText("benita");
            Event.fireEvent(field(), pressed(KeyCode.ENTER));
            list().requestFocus();
        });
        until(picker::isAnswered);
        assertThat(picked).isEmpty();
    }

    @Test
    void aClickOnTheScrollBarPicksNobody() {
        for (int i = 0; i < 20; i++) {
            likely.add(likely.get(1));
        }
        write("b");
        push(KeyCode.BACK_SPACE);
        until(() -> list().getItems().size() == 21);
        doOnFx(() -> list().getSelectionModel().select(0));
        var bar = lookup(".card-list .scroll-bar")
                .match((Node node) -> ((ScrollBar) node).getOrientation() == Orientation.VERTICAL)
                .query();
        assertThat(bar.isVisible()).isTrue();
        clickOn(bar);
        assertThat(picked).isEmpty();
    }

    @Test
    void whereNobodyIsFoundNobodyIsPicked() {
        type("zzz", 0);
        push(KeyCode.ENTER).push(KeyCode.DOWN);
        assertThat(picked).isEmpty();
        assertThat(focused()).isSameAs(field());
        assertThat(texts()).contains("Nobody of this name was found.");
    }

    @Test
    void anEmptyFieldOffersTheLikelyOnesAgain() {
        write("benita");
        until(() -> texts().contains("Benita Silva"));
        for (int i = 0; i < 6; i++) {
            push(KeyCode.BACK_SPACE);
        }
        until(() -> texts().contains("Ben Okafor"));
    }

    @Test
    void aSearchThatFailsIsTold() {
        away = true;
        write("ben");
        until(() -> !failed.isEmpty());
        assertThat(picked).isEmpty();
    }
}
