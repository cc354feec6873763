package io.vestibule.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.people.PersonKind;
import io.vestibule.rules.RuleRecord;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A new rule in the window: what it lacks, and its cards.
class NewRuleViewTest extends RulesUi {

    private static final String SEND = "Send to the VMS";

    @Test
    void aNewRuleIsRedNowhereBeforeItIsVisitedOrSent() {
        openView();
        fire("New rule");
        until(() -> field("Rule name").isFocused());
        assertThat(redMarks()).isZero();
        assertThat(onFx(() -> button(SEND).isDisabled())).isFalse();

        tap(KeyCode.TAB);
        assertThat(texts()).contains("The rule has no name.").doesNotContain("No person is chosen.");

        fire(SEND);
        assertThat(texts()).contains("The rule has no name.", "No person is chosen.", "No camera is chosen.");
        assertThat(onFx(() -> button(SEND).isDisabled())).isTrue();
        assertThat(stored(records().getFirst()).sent()).isEmpty();
    }

    @Test
    void cardsThatDoNotFitAreFoldedIntoOneLine() {
        RuleRecord rule = at.rules.flow().create();
        openView();
        choose(rule.id().toString());
        doOnFx(() -> stage().setHeight(520));
        until(() -> texts().contains("Recipients: nobody yet"));
        assertThat(texts()).contains("Who", "Where: no camera yet", "When: always");

        unfold("Recipients");

        assertThat(texts()).contains("Who: nobody yet", "Recipients");
        assertThat(isSeen(field("E-mail or phone"))).isTrue();
    }

    @Test
    void whatWasTypedForOneRuleIsGoneInTheNext() {
        at.stranger("Ana", PersonKind.VISITOR);
        RuleRecord one = at.known("One");
        RuleRecord other = at.known("Other");
        openView();
        choose(one.id().toString());
        type("Find a person by name", "a");
        until(() -> isSeen(foundPeople()));
        unfold("Recipients");
        type("E-mail or phone", "desk@");

        choose(other.id().toString());

        assertThat(field("Find a person by name").getText()).isEmpty();
        assertThat(field("E-mail or phone").getText()).isEmpty();
        assertThat(onFx(() -> isSeen(foundPeople()))).isFalse();
    }

    private void choose(String key) {
        doOnFx(() -> rules.selected.set(Optional.of(key)));
    }

    private long redMarks() {
        return onFx(() -> stage().getScene().getRoot().lookupAll(".state-refused").stream()
                .filter(RulesUi::isSeen)
                .count());
    }
}
