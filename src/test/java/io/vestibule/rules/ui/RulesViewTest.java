package io.vestibule.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Role;
import io.vestibule.base.Problem;
import io.vestibule.local.vms.VmsFault;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.SendFlow;
import io.vestibule.ui.Accessible;
import io.vestibule.ui.KeyHint;
import io.vestibule.ui.control.Overlay;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RemoteRuleId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The list of rules and the open one beside it.
class RulesViewTest extends RulesUi {

    private static final String SEND = "Send to the VMS";

    @SuppressWarnings("NullAway.Init") // set when it is shown
    private RulesView view;

    @SuppressWarnings("NullAway.Init") // set when it is shown
    private Overlay overlay;

    @SuppressWarnings("NullAway.Init") // set when it is shown
    private Path file;

    @BeforeEach
    void makeOverlay() {
        file = folder.resolve("rule.json");
        overlay = onFx(() -> new Overlay(WORDS));
    }

    private void showView() {
        view = openView(overlay, file);
    }

    @Test
    void aVmsWithoutRulesLeadsToTheFirst() {
        noRules();
        showView();
        assertThat(texts()).contains("No rules yet");

        fire("New rule");

        assertThat(records()).hasSize(1);
        assertThat(texts()).doesNotContain("No rules yet");
        until(() -> field("Rule name").isFocused());
    }

    @Test
    void aVmsWithoutRulesLeadsReceptionNowhere() {
        noRules();
        at.signIn(Role.RECEPTION);
        showView();

        assertThat(texts()).contains("No rules yet");
        assertThat(hasButton("New rule")).isFalse();
        doOnFx(() -> field("Search rules").requestFocus());
        tap(KeyCode.INSERT);
        assertThat(records()).isEmpty();
        assertThat(desk.failed()).isEmpty();
    }

    @Test
    void untilOneIsChosenItSaysSo() {
        showView();

        assertThat(texts()).contains("Choose a rule");
        assertThat(onFx(() -> Accessible.problems(stage().getScene()))).isEmpty();
    }

    @Test
    void whileTheVmsIsAwayTheListSaysSoAndNoLongerWhenItIsBack() {
        at.sent("Guests");
        at.faults().failNext("GET", VmsFault.ILL, false);
        showView();
        assertThat(texts()).anyMatch(text -> text.endsWith("Rules are shown in their last known state."));

        doOnFx(rules::refresh);

        assertThat(texts()).noneMatch(text -> text.endsWith("Rules are shown in their last known state."));
    }

    @Test
    void insertMakesARuleFromTheSearchFieldToo() {
        showView();
        doOnFx(() -> field("Search rules").requestFocus());

        tap(KeyCode.INSERT);

        assertThat(records()).hasSize(1);
    }

    @Test
    void theListIsSearchedByTyping() {
        at.known("Guests");
        at.known("Alarm");
        showView();

        type("Search rules", "gue");

        assertThat(listed()).containsExactly("Guests");
    }

    @Test
    void deleteOnTheListDeletesTheChosenRuleOfOurs() {
        RuleRecord rule = at.sent("Guests");
        showView();
        choose(rule.id().toString());
        doOnFx(() -> list().requestFocus());

        tap(KeyCode.DELETE);

        assertThat(listed()).doesNotContain("Guests");
        assertThat(stored(rule).deletedAt()).isPresent();
    }

    @Test
    void deleteOnARuleOfOthersDoesNothing() {
        showView();
        choose("vms-137");
        doOnFx(() -> list().requestFocus());

        tap(KeyCode.DELETE);

        assertThat(at.vms().rules()).hasSize(3);
        assertThat(listed()).contains("Laptop left behind");
    }

    @Test
    void enterOnTheListGoesIntoTheRule() {
        RuleRecord rule = at.sent("Guests");
        showView();
        choose(rule.id().toString());
        doOnFx(() -> list().requestFocus());

        tap(KeyCode.ENTER);

        assertThat(field("Find a person by name").isFocused()).isTrue();
    }

    @Test
    void ctrlEnterSendsFromAnywhereInTheRuleAndNothingWhileSomethingIsWrong() {
        RuleRecord rule = at.known("Guests");
        showView();
        choose(rule.id().toString());
        doOnFx(() -> field("Rule name").clear());
        assertThat(onFx(() -> button(SEND).isDisabled())).isTrue();
        doOnFx(() -> field("Rule name").requestFocus());
        ctrlEnter();
        assertThat(stored(rule).sent()).isEmpty();

        type("Rule name", "Door");
        ctrlEnter();

        assertThat(at.vms().rule(number(rule)).content().name()).isEqualTo("Door");
        assertThat(desk.said()).containsExactly("The VMS has received the rule.");
    }

    @Test
    void whatWasSentCannotBeSentUntilItIsEdited() {
        RuleRecord rule = at.sent("Guests");
        showView();
        choose(rule.id().toString());
        assertThat(onFx(() -> button("Send changes").isDisabled())).isTrue();

        type("Rule name", "Door");

        assertThat(onFx(() -> button("Send changes").isDisabled())).isFalse();
        assertThat(texts()).contains("Edited, not sent");
    }

    @Test
    void aProblemLeadsToTheFieldThatMendsIt() {
        RuleRecord rule = at.rules.flow().create();
        showView();
        choose(rule.id().toString());

        assertThat(texts()).doesNotContain("No person is chosen.", "The rule has no name.");
        assertThat(texts()).contains("Still to fill in: Name, Who, Where");
        fire(SEND);
        assertThat(field("Rule name").isFocused()).isTrue();
        fire("No person is chosen.");
        assertThat(field("Find a person by name").isFocused()).isTrue();
        fire("The rule has no name.");
        assertThat(field("Rule name").isFocused()).isTrue();
        fire("No camera is chosen.");
        assertThat(focused()).isEqualTo(box("Site 12"));
    }

    @Test
    void aRuleThatOthersChangedAsksWhichVersionCounts() {
        RuleRecord rule = at.sent("Guests");
        AlertRule there = at.vms().rule(number(rule));
        at.vms().update(there, there.content().withName("Theirs"));
        showView();
        choose(rule.id().toString());
        assertThat(texts()).anyMatch(text -> text.endsWith("Which version do you want to use?"));
        assertThat(onFx(() -> button("Send changes").isDisabled())).isTrue();

        fire("Send this copy");
        assertThat(at.vms().rule(there.id()).content().name()).isEqualTo("Guests");
        AlertRule again = at.vms().rule(there.id());
        at.vms().update(again, again.content().withName("Theirs again"));
        doOnFx(rules::refresh);
        fire("Use VMS copy");

        assertThat(stored(rule).draft().name()).isEqualTo("Theirs again");
        assertThat(field("Rule name").getText()).isEqualTo("Theirs again");
    }

    @Test
    void aRuleThatOthersDeletedIsMadeAgainWhenThatIsChosen() {
        RuleRecord rule = at.sent("Guests");
        RemoteRuleId before = number(rule);
        at.vms().delete(at.vms().rule(before));
        showView();
        choose(rule.id().toString());

        fire("Create again");

        assertThat(number(rule)).isNotEqualTo(before);
        assertThat(texts()).doesNotContain("This rule was deleted on the VMS.");
    }

    @Test
    void aRuleWhoseSendingHadNoEndIsSentAgain() {
        RuleRecord rule = at.known("Guests");
        at.faults().failNext("POST", VmsFault.RESET, false);
        showView();
        choose(rule.id().toString());
        fire(SEND);
        assertThat(desk.failed()).containsExactly("vms.no-answer");

        fire("Send again");

        assertThat(stored(rule).sent()).isPresent();
        assertThat(at.vms().rules()).hasSize(4);
    }

    @Test
    void aKnownPeopleRuleOfOthersIsTakenOver() {
        AlertRule foreign =
                at.vms().create(at.sentContent("Foreign"), at.vms().ruleIds()).rule();
        showView();
        choose("vms-" + foreign.id());

        fire("Take over");

        assertThat(records()).singleElement().matches(record -> record.sent().isPresent());
        assertThat(field("Rule name").getText()).isEqualTo("Foreign");
    }

    @Test
    void aRuleOfAnotherKindIsShownAndLeftAlone() {
        showView();

        choose("vms-137");

        assertThat(texts()).contains("Laptop left behind", "Detects objects.", "Version on the VMS.");
        assertThat(hasButton("Take over")).isFalse();
        assertThat(hasButton("Duplicate")).isFalse();
    }

    @Test
    void aRuleIsExportedAndImportedAsACopy() throws IOException {
        RuleRecord rule = at.sent("Guests");
        showView();
        choose(rule.id().toString());

        fire("Export this rule to a file");
        assertThat(Files.readString(file)).contains("Guests");
        fire("Import rules from a file");

        assertThat(records()).hasSize(2);
        assertThat(desk.said()).containsExactly("One rule was exported.", "One rule was imported.");
    }

    @Test
    void theExactJsonIsShownBesideTheRule() {
        RuleRecord rule = at.sent("Guests");
        showView();
        choose(rule.id().toString());

        type("Rule name", "X");

        assertThat(texts()).contains("Rule as JSON: one difference");
    }

    @Test
    void whoIsGoneIsTakenOutOfAllRules() {
        RuleRecord rule = at.known("Guests");
        at.rules
                .flow()
                .save(rule.id(), rule.draft().withPeople(rule.draft().people().with("11111111-gone")));
        showView();
        choose(rule.id().toString());
        fire("Replace 11111111…");
        assertThat(onFx(overlay::isOpen)).isTrue();
        assertThat(texts()).anyMatch(text -> text.contains("does not know: Guests."));

        fire("Remove from all rules");

        assertThat(onFx(overlay::isOpen)).isFalse();
        assertThat(desk.said()).containsExactly("All rules are being updated.");
        until(() -> !stored(rule).draft().people().userIds().contains("11111111-gone"));
    }

    @Test
    void receptionReadsARuleAndCanChangeNothingOfIt() {
        RuleRecord rule = at.sent("Guests");
        at.signIn(Role.RECEPTION);
        showView();
        choose(rule.id().toString());

        assertThat(field("Rule name").isEditable()).isFalse();
        assertThat(List.of(
                        "New rule",
                        "Delete this rule",
                        WORDS.text("rules.duplicate"),
                        "Export this rule to a file",
                        "Export all rules made here",
                        "Import rules from a file",
                        "Add",
                        "Test",
                        "Send changes"))
                .noneMatch(this::hasButton);
        assertThat(onFx(() -> view.keys())).extracting(KeyHint::keys).containsExactly("Up / Down", "Enter");
        doOnFx(() -> list().requestFocus());
        tap(KeyCode.DELETE);
        assertThat(stored(rule).deletedAt()).isEmpty();
    }

    @Test
    void aDeletionDoneElsewhereClosesNothingThatIsOpen() {
        RuleRecord rule = at.sent("Guests");
        RuleRecord other = at.sent("Other");
        showView();
        choose(rule.id().toString());
        at.rules.flow().delete(other.id());
        at.clock.move(SendFlow.UNDO_WINDOW);

        doOnFx(rules::refresh);

        assertThat(listed()).doesNotContain("Other");
        assertThat(field("Rule name").getText()).isEqualTo("Guests");
        assertThat(desk.problems).extracting(Problem::code).isEmpty();
    }

    private void noRules() {
        at.vms().rules().forEach(at.vms()::delete);
    }

    private void choose(String key) {
        doOnFx(() -> rules.selected.set(Optional.of(key)));
    }

    private void ctrlEnter() {
        press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
    }

    private ListView<?> list() {
        return onFx(() -> stage().getScene().getRoot().lookupAll(".list-view").stream()
                .filter(node -> "Rules".equals(node.getAccessibleText()))
                .map(ListView.class::cast)
                .findFirst()
                .orElseThrow());
    }

    private RemoteRuleId number(RuleRecord rule) {
        return stored(rule).sent().orElseThrow().rule().id();
    }
}
