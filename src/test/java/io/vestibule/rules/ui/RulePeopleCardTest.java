package io.vestibule.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Role;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.Site;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.rules.who.PeopleQuery;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whom a rule looks for, by typing and by groups.
class RulePeopleCardTest extends RulesUi {

    private static final String FIND = "Find a person by name";
    private static final String KEEPS_UP =
            "Send the rule again automatically when people join or leave these groups or the clocks change";

    private Person ada;
    private Person bea;
    private RuleRecord rule;

    @BeforeEach
    void showCard() {
        ada = at.active("Ada Lovelace");
        bea = at.stranger("Bea Lovelace", PersonKind.VISITOR);
        rule = at.rules.flow().create();
        open(rule);
        openCard();
    }

    private void openCard() {
        RulePeopleCard card = onFx(() -> new RulePeopleCard(model, new FaceTileCache(rules)));
        show(800, 500, () -> card);
        doOnFx(() -> {
            model.draft.subscribe(now -> now.ifPresent(draft -> card.show(draft, model.mayEdit())));
            model.evaluation.subscribe(_ -> model.draft.get().ifPresent(draft -> card.tokens(draft, model.mayEdit())));
        });
    }

    @Test
    void nobodyIsChosenAndNothingIsFoundAtFirst() {
        assertThat(tokens()).isEmpty();
        assertThat(isSeen(found())).isFalse();
        assertThat(isSeen(box(KEEPS_UP))).isFalse();
    }

    @Test
    void theFirstWhoIsFoundIsChosenByEnterAndTypingGoesOn() {
        find("ada", 1);

        tap(KeyCode.ENTER);

        assertThat(kept()).isEqualTo(chosen(ada));
        assertThat(tokens()).containsExactly("Ada Lovelace");
        assertThat(field(FIND).getText()).isEmpty();
        assertThat(field(FIND).isFocused()).isTrue();
        until(() -> !isSeen(found()));
    }

    @Test
    void theArrowsChooseAmongThoseWhoAreFound() {
        find("lovelace", 2);

        tap(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        assertThat(kept()).isEqualTo(chosen(bea));

        find("lovelace", 2);
        tap(KeyCode.DOWN, KeyCode.UP, KeyCode.UP, KeyCode.ENTER);
        assertThat(kept()).isEqualTo(chosen(bea, ada));
    }

    @Test
    void whoIsFoundIsChosenByAClick() {
        find("bea", 1);

        clickOn(lookup((Node node) -> node instanceof Labeled label
                        && label.getText() != null
                        && label.getText().startsWith("Bea Lovelace  ·  Visitor"))
                .<Node>query());

        assertThat(kept()).isEqualTo(chosen(bea));
    }

    @Test
    void enterChoosesNoneOfThoseFoundByAnEarlierTextButTheFirstOfTheAnswer() {
        find("lovelace", 2);

        var atOnce = onFx(() -> {
            field(FIND).setText("bea");
            Event.fireEvent(
                    field(FIND), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            return kept();
        });
        assertThat(atOnce).isEqualTo(PeopleChoice.NOBODY);

        until(() -> kept().equals(chosen(bea)));
    }

    @Test
    void whoIsChosenTwiceIsThereOnce() {
        find("ada", 1);
        tap(KeyCode.ENTER);
        find("ada", 1);
        tap(KeyCode.ENTER);

        assertThat(kept()).isEqualTo(chosen(ada));
    }

    @Test
    void enterWithoutAnybodyFoundChoosesNobody() {
        type(FIND, "nobody of that name");
        tap(KeyCode.ENTER);

        assertThat(kept()).isEqualTo(PeopleChoice.NOBODY);
    }

    @Test
    void escapeEmptiesTheFieldAndForgetsWhoWasFound() {
        find("ada", 1);

        tap(KeyCode.ESCAPE);

        assertThat(field(FIND).getText()).isEmpty();
        until(() -> model.found.get().isEmpty());
        assertThat(isSeen(found())).isFalse();
    }

    @Test
    void aPersonIsTakenAwayByTheirCross() {
        find("ada", 1);
        tap(KeyCode.ENTER);
        find("bea", 1);
        tap(KeyCode.ENTER);

        fire("Remove Ada Lovelace");

        assertThat(kept()).isEqualTo(chosen(bea));
        assertThat(tokens()).containsExactly("Bea Lovelace");
    }

    @Test
    void whoCannotBeFoundYetIsMarkedAndWhoIsUnknownIsNamedByTheirId() {
        doOnFx(() -> model.edit(
                draft -> draft.withPeople(chosen(ada, bea).with("11111111-aaaa").with("22"))));

        assertThat(tokens()).containsExactly("Ada Lovelace", "Bea Lovelace", "Unknown ID 11111111…", "Unknown ID 22…");
        assertThat(marks()).containsExactly(0, 1, 1, 1);
    }

    @Test
    void aGroupIsOfAKindAndASite() {
        Site site = desk.sites().getFirst();
        doOnFx(() -> {
            this.<Optional<PersonKind>>choice("Type of people").setValue(Optional.of(PersonKind.EMPLOYEE));
            this.<Optional<Site>>choice("Site").setValue(Optional.of(site));
        });

        clickOn(button("Add group"));

        assertThat(kept().queries())
                .containsExactly(new PeopleQuery(Optional.of(PersonKind.EMPLOYEE), Optional.of(site.id())));
        assertThat(tokens()).containsExactly("Every employee at Main entrance");
    }

    @Test
    void aGroupIsThereOnceAndGoesByItsCross() {
        fire("Add group");
        fire("Add group");
        assertThat(kept().queries())
                .containsExactly(new PeopleQuery(Optional.of(PersonKind.VISITOR), Optional.empty()));

        fire("Remove Every visitor");

        assertThat(kept()).isEqualTo(PeopleChoice.NOBODY);
    }

    @Test
    void theFieldAndTheGroupStayWhereTheyAreWhileTheListGrows() {
        double field = top(FIND);
        double group = onFx(() -> layoutTop(button("Add group")));
        doOnFx(() -> model.edit(draft -> draft.withPeople(IntStream.range(0, 60)
                .mapToObj(i -> "somebody-" + i)
                .reduce(PeopleChoice.NOBODY, PeopleChoice::with, (a, _) -> a))));
        assertThat(tokens()).hasSize(60);
        find("lovelace", 2);
        assertThat(top(FIND)).isEqualTo(field);
        assertThat(onFx(() -> layoutTop(button("Add group")))).isEqualTo(group);
    }

    @Test
    void everybodyIsAGroupToo() {
        doOnFx(() -> this.<Optional<PersonKind>>choice("Type of people").setValue(Optional.empty()));

        fire("Add group");

        assertThat(kept().queries()).containsExactly(new PeopleQuery(Optional.empty(), Optional.empty()));
        assertThat(tokens()).containsExactly("Everybody");
    }

    @Test
    void onlyARuleWithGroupsCanKeepUp() {
        fire("Add group");

        assertThat(isSeen(box(KEEPS_UP))).isTrue();
        doOnFx(() -> box(KEEPS_UP).fire());

        assertThat(stored(rule).draft().autoUpdate()).isTrue();
    }

    @Test
    void whoMayNotEditReadsNamesAndHasNothingToChangeThemWith() {
        doOnFx(() -> model.edit(
                draft -> draft.withPeople(chosen(ada).with(new PeopleQuery(Optional.empty(), Optional.empty())))));
        at.signIn(Role.RECEPTION);
        openCard();

        assertThat(tokens()).containsExactly("Ada Lovelace", "Everybody");
        assertThat(hasButton("Remove Ada Lovelace")).isFalse();
        assertThat(hasButton("Add group")).isFalse();
        assertThat(isSeen(field(FIND))).isFalse();
        assertThat(box(KEEPS_UP).isDisabled()).isTrue();
    }

    private void find(String typed, int count) {
        type(FIND, typed);
        until(() -> model.found.get().size() == count && isSeen(found()));
    }

    @Test
    void typingOnAfterEnterDropsTheChoice() {
        doOnFx(() -> {
            field(FIND).setText("lovelace");
            Event.fireEvent(
                    field(FIND), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            field(FIND).setText("ada");
        });
        until(() -> model.found.get().size() == 1);
        assertThat(kept()).isEqualTo(PeopleChoice.NOBODY);
    }

    private PeopleChoice kept() {
        return stored(rule).draft().people();
    }

    private static PeopleChoice chosen(Person... people) {
        return new PeopleChoice(
                List.of(people).stream().map(person -> person.externalId()).toList(), List.of());
    }

    private ListView<?> found() {
        return onFx(this::foundPeople);
    }

    private List<String> tokens() {
        return onFx(() -> tokenNodes().stream()
                .map(token -> token.lookupAll(".label").stream()
                        .map(label -> ((Label) label).getText())
                        .reduce("", (_, last) -> last))
                .toList());
    }

    /// How many signs stand before each name that something is wrong.
    private List<Integer> marks() {
        return onFx(() -> tokenNodes().stream()
                .map(token -> token.lookupAll(".state-look").size())
                .toList());
    }

    private List<Node> tokenNodes() {
        return List.copyOf(stage().getScene().getRoot().lookupAll(".token"));
    }
}
