package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.people.Person;
import io.vestibule.people.change.Undo;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleState;
import io.vestibule.rules.RuleStep;
import io.vestibule.rules.SendFlow.SendResult;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RuleMeta;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The list of the VMS has rows without a readable id, which may be rules of ours.
class RulesUnreadableRowTest extends RulesFixture {

    /// A rule that may be there is neither given up nor taken for changed.
    @Test
    void aPersonIsTakenOutOfARuleOnceItsRowCanBeRead() {
        Person ada = active("Ada");
        Person bea = active("Bea");
        RuleRecord alone = sentFor("Alone", ada);
        RuleRecord both = sentFor("Both", ada, bea);
        AlertRule theirs = vms().create(
                        sentContent("Theirs")
                                .withMeta(new RuleMeta.KnownPeople(TestApplication.COLLECTION, List.of(id(ada), "x"))),
                        vms().ruleIds())
                .rule();
        faults().loseIds(Set.of(number(alone), number(both), theirs.id().number()));
        rules.cascade()
                .changeWithCascade(
                        ada.id(),
                        Optional.empty(),
                        () -> application.enrol().commands().remove(ada.id()));
        clock.move(Undo.WINDOW.plusSeconds(1));
        TestApplication.await(application, () -> {
            clock.move(Duration.ofMinutes(10));
            application.enrol().runner().wake();
            return application.storage().journal().openSteps(100).stream()
                    .anyMatch(step -> RuleStep.FOLLOW_PERSON.is(step)
                            && step.problem()
                                    .filter(problem -> problem.code().equals("vms.unreadable-row"))
                                    .isPresent());
        });
        assertThat(application.storage().journal().openSteps(100)).anyMatch(RuleStep.FOLLOW_PERSON::is);

        faults().loseIds(Set.of());
        cascaded();

        assertThat(onVms(both)).containsExactly(id(bea));
        assertThat(entry(alone).state()).isEqualTo(RuleState.DRAFT);
        assertThat(vms().rules()).noneMatch(rule -> rule.content().name().equals("Alone"));
        assertThat(vms().rule(theirs.id()).knownPeople().orElseThrow().userIds())
                .containsExactly("x");
    }

    private RuleRecord sentFor(String name, Person... people) {
        var draft = draft(people[0]);
        for (Person person : people) {
            draft = draft.withPeople(draft.people().with(id(person)));
        }
        RuleRecord rule = rules.flow().duplicate(draft, name);
        assertThat(rules.send().send(rule.id())).isInstanceOf(SendResult.Done.class);
        return rule;
    }

    private long number(RuleRecord rule) {
        return entry(rule).remote().orElseThrow().id().number();
    }

    private List<String> onVms(RuleRecord rule) {
        return entry(rule).remote().orElseThrow().knownPeople().orElseThrow().userIds();
    }

    private static String id(Person person) {
        return person.externalId();
    }
}
