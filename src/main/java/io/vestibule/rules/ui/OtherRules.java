package io.vestibule.rules.ui;

import io.vestibule.rules.RuleRecord;
import io.vestibule.ui.control.Banner;
import io.vestibule.vms.AlertRule;

/// What a manager does about rules that are not certainly ours on the VMS in use: those of another VMS, and
/// those that may have been sent from here without an answer. FX thread only.
final class OtherRules {

    private final RulesModel model;

    OtherRules(RulesModel model) {
        this.model = model;
    }

    /// Creates a draft of a rule that belongs to another VMS.
    void createHere(RuleRecord elsewhere) {
        model.createOnce(() -> model.parts().flow().createHere(elsewhere.id()));
    }

    /// Removes a rule of another VMS from the list; the banner can undo this.
    void forget(RuleRecord elsewhere) {
        model.run(() -> model.parts().flow().forget(elsewhere.id()), forgotten -> {
            model.hide(forgotten.id());
            String name = forgotten.draft().name();
            model.port()
                    .showBanner(
                            Banner.undoable(model.strings().text("rules.forgotten", name), () -> remember(forgotten)));
        });
    }

    private void remember(RuleRecord forgotten) {
        model.run(
                () -> {
                    model.parts().flow().remember(forgotten);
                    return forgotten.id();
                },
                model::select);
    }

    /// The rule is the one that got no answer.
    void adoptAttempt(AlertRule rule) {
        model.createOnce(() -> model.parts().send().attempts().adopt(rule));
    }

    /// The rule is another one.
    void declineAttempt(AlertRule rule) {
        model.run(
                () -> {
                    model.parts().send().attempts().decline(rule);
                    return rule;
                },
                _ -> model.refreshLocal());
    }
}
