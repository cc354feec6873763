package io.vestibule.people.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.people.change.PersonRuleReferences;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The rules that name somebody who goes, and the answers to it.
class RulesCardTest extends CardScreen {

    private static final PersonRuleReferences.RuleReference GATE =
            new PersonRuleReferences.RuleReference("Guests at the gate", PersonRuleReferences.RuleOrigin.SENT, false);

    private final List<String> answers = new ArrayList<>();

    private void card(boolean merged, boolean mayUpdate, PersonRuleReferences.RuleReference... rules) {
        RulesCard card = shown(() -> new RulesCard(
                List.of(rules),
                merged,
                mayUpdate,
                words,
                follow -> answers.add("follow " + follow),
                () -> answers.add("cancel")));
        doOnFx(() -> card.first().requestFocus());
    }

    @Test
    void enterUpdatesAllRulesForWhoeverMay() {
        card(false, true, GATE);
        assertThat(((Button) focused()).getText()).isEqualTo("Remove and update all rules");
        push(KeyCode.ENTER);
        assertThat(answers).containsExactly("follow true");
    }

    @Test
    void theRulesCanBeLeftAndTheChangeCanBeLeft() {
        card(false, true, GATE);
        clickOn("Remove only");
        clickOn("Cancel");
        assertThat(answers).containsExactly("follow false", "cancel");
    }

    @Test
    void whoeverMayNotChangeRulesIsOnlyOfferedToLeaveThem() {
        card(false, false, GATE);
        assertThat(buttons()).containsExactly("Remove only", "Cancel");
        assertThat(texts()).contains("A security manager can update the rules later.");
        push(KeyCode.ENTER);
        assertThat(answers).containsExactly("follow false");
    }

    @Test
    void aRuleSaysWhereItIsAndWhatBecomesOfItAlone() {
        card(
                false,
                true,
                new PersonRuleReferences.RuleReference("One", PersonRuleReferences.RuleOrigin.DRAFT, false),
                new PersonRuleReferences.RuleReference("Two", PersonRuleReferences.RuleOrigin.ELSEWHERE, true),
                new PersonRuleReferences.RuleReference("  ", PersonRuleReferences.RuleOrigin.SENT, true));
        assertThat(texts())
                .contains(
                        "3 alert rules include this person:",
                        "One",
                        "Draft, not sent yet",
                        "Two",
                        "Created elsewhere, and includes nobody else. It is left unchanged.",
                        "A rule without a name",
                        "Includes nobody else. It is removed from the VMS and stays here as a draft.");
    }

    @Test
    void afterAMergeNoRuleIsLeftWithNobody() {
        card(
                true,
                true,
                new PersonRuleReferences.RuleReference("Only Ana", PersonRuleReferences.RuleOrigin.SENT, true));
        assertThat(texts()).contains("One alert rule includes this person:", "On the VMS");
        assertThat(buttons()).contains("Merge and update all rules", "Merge only");
    }
}
