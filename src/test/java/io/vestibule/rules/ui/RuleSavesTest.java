package io.vestibule.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Role;
import io.vestibule.rules.RuleRecord;
import io.vestibule.ui.HeldTaskRunner;
import io.vestibule.vms.AlertRule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The last edit of a rule is stored, whichever background task ends first and whatever else is done with the rule.
class RuleSavesTest extends RulesUi {

    private HeldTaskRunner work;

    @BeforeEach
    void holdable() {
        work = new HeldTaskRunner(inline());
        begin(work);
    }

    @Test
    void theLastEditOfARuleIsStoredWhicheverSaveEndsFirst() {
        RuleRecord rule = at.known("Guests");
        RuleRecord other = at.known("Other");
        open(rule);

        doOnFx(() -> {
            editTwice();
            select(other);
            work.letGoNewestFirst();
        });

        assertThat(stored(rule).draft().name()).isEqualTo("Last");
        assertThat(stored(other).draft().name()).isEqualTo("Other");
    }

    @Test
    void aRuleThatIsOpenedAgainBeforeItIsSavedShowsTheLastEdit() {
        RuleRecord rule = at.known("Guests");
        RuleRecord other = at.known("Other");
        open(rule);

        doOnFx(() -> {
            editTwice();
            select(other);
            select(rule);
        });

        assertThat(model.draft.get().orElseThrow().name()).isEqualTo("Last");
        doOnFx(work::letGo);
        assertThat(stored(rule).draft().name()).isEqualTo("Last");
    }

    @Test
    void aRuleIsSentAfterItsLastEditIsStored() {
        RuleRecord rule = at.known("Guests");
        open(rule);

        doOnFx(() -> {
            editTwice();
            model.send();
            work.letGoNewestFirst();
        });

        assertThat(stored(rule).draft().name()).isEqualTo("Last");
        assertThat(stored(rule).sent().orElseThrow().rule().content().name()).isEqualTo("Last");
    }

    @Test
    void anEditMadeBeforeASendBeginsIsNotOverwrittenByIt() {
        RuleRecord rule = at.known("Guests");
        open(rule);

        doOnFx(() -> {
            work.hold();
            model.send();
            model.edit(draft -> draft.withName("Last"));
            work.letGoNewestFirst();
        });

        assertThat(stored(rule).draft().name()).isEqualTo("Last");
    }

    @Test
    void aDraftThatCannotBeStoredIsNotSent() {
        RuleRecord rule = at.known("Guests");
        open(rule);
        at.signIn(Role.RECEPTION);

        doOnFx(model::send);

        assertThat(desk.failed()).containsExactly("audit.not-allowed");
        assertThat(model.sending.get()).isFalse();
    }

    @Test
    void theRemoteVersionReplacesEveryEditMadeBeforeItWasAccepted() {
        RuleRecord rule = at.sent("Guests");
        AlertRule there = stored(rule).sent().orElseThrow().rule();
        AlertRule theirs =
                at.vms().update(there, there.content().withName("Theirs")).rule();
        open(rule);

        doOnFx(() -> {
            editTwice();
            model.acceptRemote(theirs);
            work.letGoNewestFirst();
        });

        assertThat(stored(rule).draft().name()).isEqualTo("Theirs");
    }

    @Test
    void aRuleThatIsDeletedAndRestoredHasItsLastEdit() {
        RuleRecord rule = at.known("Guests");
        open(rule);

        doOnFx(() -> {
            editTwice();
            rules.delete(rule);
            work.letGoNewestFirst();
        });
        assertThat(desk.failed()).isEmpty();
        doOnFx(desk.banners.getFirst().undo().orElseThrow());

        assertThat(stored(rule).draft().name()).isEqualTo("Last");
    }

    /// The first edit is being saved, the second waits.
    private void editTwice() {
        work.hold();
        List.of("First", "Last").forEach(name -> model.edit(draft -> draft.withName(name)));
    }

    private void select(RuleRecord rule) {
        rules.selected.set(Optional.of(rule.id().toString()));
        model.open(rules.selectedEntry());
    }
}
