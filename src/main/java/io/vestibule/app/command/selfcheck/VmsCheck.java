package io.vestibule.app.command.selfcheck;

import io.vestibule.vms.Channel;
import io.vestibule.vms.Recipients;
import io.vestibule.vms.RuleContent;
import io.vestibule.vms.RuleMeta;
import io.vestibule.vms.VmsClient;
import io.vestibule.vms.WeekSchedule;
import java.util.List;

/// Sends a rule to a VMS over HTTP, reads it back, and deletes it.
public final class VmsCheck {

    private static final String USER = "00000000-0000-4000-8000-000000000000";

    private VmsCheck() {}

    /// @param client of the embedded VMS, since the rule is test data
    public static String roundTrip(VmsClient client) {
        var cameras = client.channels().stream().map(Channel::id).limit(1).toList();
        var wanted = RuleContent.knownPeople(
                "Self-check",
                cameras,
                client.aliases().stream().limit(1).toList(),
                new RuleMeta.KnownPeople("self-check", List.of(USER)),
                Recipients.NOBODY,
                WeekSchedule.ALWAYS);
        var saved = client.create(wanted, client.ruleIds()).rule();
        var read = client.rule(saved.id());
        if (!read.content().isSameRuleAs(wanted)) {
            throw new SelfCheckReport.CheckFailedException("The rule came back as another one");
        }
        if (!client.delete(saved) || client.ruleIds().contains(saved.id())) {
            throw new SelfCheckReport.CheckFailedException("The rule could not be deleted");
        }
        return "a rule was sent, read and deleted over " + client.address();
    }
}
