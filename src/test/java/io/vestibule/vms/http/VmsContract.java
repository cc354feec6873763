package io.vestibule.vms.http;

import static io.vestibule.vms.http.VmsFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.vms.AlertRule;
import io.vestibule.vms.Channel;
import io.vestibule.vms.ChannelGroup;
import io.vestibule.vms.Recipients;
import io.vestibule.vms.RemoteRuleId;
import io.vestibule.vms.RuleContent;
import io.vestibule.vms.RuleMeta;
import io.vestibule.vms.SaveResult;
import io.vestibule.vms.VmsClient;
import io.vestibule.vms.VmsFailure;
import io.vestibule.vms.WeekSchedule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The contract of the client for every server. The account of the server has camera 849 on site 12, the alias
/// `motion`, and no rule 7.
abstract class VmsContract {

    private static final RuleContent FACE_TEST = RuleContent.knownPeople(
            "Face Test",
            List.of(849L),
            List.of("motion"),
            new RuleMeta.KnownPeople(
                    "Migration_Script_8a0fa252-6c4a-4ec0-abf0-8ecee84e1376",
                    List.of("0f3a39c3-fd13-441a-bccf-73a54ca9736f")),
            Recipients.NOBODY,
            WeekSchedule.ALWAYS);

    abstract VmsClient client();

    @Test
    void theRuleOfTheDocumentIsCreatedReadRenamedAndDeleted() {
        Set<RemoteRuleId> before = client().ruleIds();
        SaveResult made = client().create(FACE_TEST, before);
        assertThat(made.confirmation()).isEqualTo(SaveResult.Confirmation.ANSWERED);
        assertThat(made.differences()).isEmpty();
        AlertRule rule = made.rule();
        assertThat(before).doesNotContain(rule.id());
        assertThat(rule.content()).isEqualTo(FACE_TEST);
        assertThat(rule.createdAt()).isPresent();
        assertThat(rule.topic()).startsWith("arn:aws:sns:").endsWith("-alert-rule-" + rule.id());
        assertThat(client().rule(rule.id())).isEqualTo(rule);
        assertThat(client().rules()).contains(rule);

        SaveResult renamed = client().update(rule, FACE_TEST.withName("Face Test 2"));
        assertThat(renamed.confirmation()).isEqualTo(SaveResult.Confirmation.ANSWERED);
        assertThat(renamed.rule().content()).isEqualTo(FACE_TEST.withName("Face Test 2"));
        assertThat(renamed.rule().topic()).isEqualTo(rule.topic());

        assertThat(client().delete(rule)).isTrue();
        assertThat(client().delete(rule)).isFalse();
        assertThat(client().ruleIds()).isEqualTo(before);
    }

    @Test
    void camerasGroupsAndAliasesAreRead() {
        assertThat(client().channels()).anySatisfy(camera -> {
            assertThat(camera.id()).isEqualTo(849);
            assertThat(camera.siteIds()).containsExactly("12");
            assertThat(camera.zone()).hasToString("Optional[America/Toronto]");
        });
        assertThat(client().channels()).extracting(Channel::id).doesNotHaveDuplicates();
        assertThat(client().groups())
                .filteredOn(group -> group.siteId().filter("12"::equals).isPresent())
                .singleElement()
                .extracting(ChannelGroup::cameraIds)
                .satisfies(cameras -> assertThat(cameras).contains(849L));
        assertThat(client().aliases()).contains("motion");
    }

    @Test
    void theClockIsReadInUtc() {
        assertThat(client().time().skew().abs().toMinutes()).isLessThan(5);
    }

    @Test
    void whatIsNotThereIsToldAsThat() {
        assertThat(failure(() -> client().rule(new RemoteRuleId(client().id(), 7))))
                .isInstanceOf(VmsFailure.NotFound.class);
    }
}
