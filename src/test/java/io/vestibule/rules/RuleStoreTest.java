package io.vestibule.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.CompanyId;
import io.vestibule.fixture.MigratedDatabase;
import io.vestibule.people.Company;
import io.vestibule.people.CompanyStore;
import io.vestibule.rules.week.DayEffect;
import io.vestibule.rules.week.DayOverride;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.week.Week;
import io.vestibule.rules.week.ZoneReading;
import io.vestibule.store.AllCompanies;
import io.vestibule.store.Database;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RawJson;
import io.vestibule.vms.Recipients;
import io.vestibule.vms.RuleContent;
import io.vestibule.vms.RuleMeta;
import io.vestibule.vms.VmsId;
import io.vestibule.vms.WeekSchedule;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleStoreTest {

    private static final CompanyId ACME = new CompanyId("acme-1");
    private static final CompanyId OTHER = new CompanyId("other-2");
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final RuleDraft DRAFT = RuleDraft.empty(
                    new Timetable(Week.ALWAYS, ZoneOffset.UTC, ZoneReading.AS_TYPED))
            .withName("Guests");
    private static final DayOverride HOLIDAY = new DayOverride(LocalDate.of(2026, 12, 25), DayEffect.SILENCED);
    private static final RuleContent CONTENT = RuleContent.knownPeople(
            "Guests",
            List.of(849L),
            List.of("motion"),
            new RuleMeta.KnownPeople("Acme_acme-1", List.of("one")),
            Recipients.NOBODY,
            WeekSchedule.ALWAYS);

    @TempDir
    Path folder;

    private Database database;
    private RuleStore store;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        CompanyStore companies = new CompanyStore(AllCompanies.of(database));
        companies.insert(new Company(ACME, "Acme", Optional.empty(), true), NOON);
        companies.insert(new Company(OTHER, "Other", Optional.empty(), false), NOON);
        store = new RuleStore(AllCompanies.of(database));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aCompanyBeginsWithoutRules() {
        assertThat(store.all(ACME)).isEmpty();
        assertThat(store.find(RuleId.mint())).isEmpty();
    }

    @Test
    void aRuleThatWasSentComesBackWithAllOfIt() {
        RuleRecord rule = rule(ACME, NOON, Optional.of(sent(Optional.of(HOLIDAY))));
        store.insert(rule);

        assertThat(store.find(rule.id())).contains(rule);
    }

    @Test
    void theListIsOfOneCompanyOldestChangeFirst() {
        RuleRecord later = rule(ACME, NOON.plusSeconds(1), Optional.empty());
        RuleRecord earlier = rule(ACME, NOON, Optional.empty());
        store.insert(later);
        store.insert(earlier);
        store.insert(rule(OTHER, NOON, Optional.empty()));

        assertThat(store.all(ACME)).containsExactly(earlier, later);
    }

    @Test
    void anEditLeavesWhatWasSent() {
        RuleRecord rule = inserted(Optional.of(sent(Optional.empty())));

        store.setDraft(rule.id(), DRAFT.withName("Renamed"), NOON.plusSeconds(5));

        RuleRecord now = store.find(rule.id()).orElseThrow();
        assertThat(now.draft().name()).isEqualTo("Renamed");
        assertThat(now.changedAt()).isEqualTo(NOON.plusSeconds(5));
        assertThat(now.sent()).isEqualTo(rule.sent());
        assertThat(now.hasUnsentEdits()).isTrue();
    }

    @Test
    void anAttemptIsKeptWithTheRulesThatWereThere() {
        RuleRecord rule = inserted(Optional.empty());
        PendingCreation pendingCreation =
                new PendingCreation(VmsId.EMBEDDED, Set.of(137L, 138L), CONTENT, DRAFT, Optional.of(HOLIDAY));

        store.setPendingCreation(rule.id(), pendingCreation);

        assertThat(store.find(rule.id()).flatMap(RuleRecord::pendingCreation)).contains(pendingCreation);
    }

    @Test
    void anAttemptOnAnEmptyVmsIsKeptToo() {
        RuleRecord rule = inserted(Optional.empty());
        PendingCreation pendingCreation =
                new PendingCreation(VmsId.EMBEDDED, Set.of(), CONTENT, DRAFT, Optional.empty());

        store.setPendingCreation(rule.id(), pendingCreation);

        assertThat(store.find(rule.id()).flatMap(RuleRecord::pendingCreation)).contains(pendingCreation);
    }

    @Test
    void whatArrivedIsNoAttemptAnyMore() {
        RuleRecord rule = inserted(Optional.empty());
        store.setPendingCreation(
                rule.id(), new PendingCreation(VmsId.EMBEDDED, Set.of(137L), CONTENT, DRAFT, Optional.empty()));

        store.setSent(rule.id(), sent(Optional.empty()));

        assertThat(store.find(rule.id()).flatMap(RuleRecord::pendingCreation)).isEmpty();
        assertThat(store.find(rule.id()).flatMap(RuleRecord::sent)).contains(sent(Optional.empty()));
    }

    @Test
    void anAttemptThatIsOverLeavesTheDraft() {
        RuleRecord rule = inserted(Optional.empty());
        store.setPendingCreation(
                rule.id(), new PendingCreation(VmsId.EMBEDDED, Set.of(137L), CONTENT, DRAFT, Optional.of(HOLIDAY)));

        store.clearPendingCreation(rule.id());

        assertThat(store.find(rule.id())).contains(rule);
        assertThat(database.<Long>with(handle -> handle.createQuery(
                                "select count(*) from known_people_rule where attempt_override is not null")
                        .mapTo(Long.class)
                        .one()))
                .isZero();
    }

    @Test
    void aRuleThatIsGoneFromTheVmsIsADraftAgain() {
        RuleRecord rule = inserted(Optional.of(sent(Optional.of(HOLIDAY))));

        store.clearSent(rule.id());

        assertThat(store.find(rule.id()).flatMap(RuleRecord::sent)).isEmpty();
        assertThat(store.find(rule.id()).map(RuleRecord::draft)).contains(DRAFT);
    }

    @Test
    void aDeletedRuleIsStillFoundAndSaysWhenItWasDeleted() {
        RuleRecord rule = inserted(Optional.empty());

        store.setDeleted(rule.id(), Optional.of(NOON.plusSeconds(9)));
        assertThat(store.all(ACME)).extracting(RuleRecord::deletedAt).containsExactly(Optional.of(NOON.plusSeconds(9)));

        store.setDeleted(rule.id(), Optional.empty());
        assertThat(store.all(ACME)).containsExactly(rule);
    }

    @Test
    void whatIsDeletedForGoodIsNotThere() {
        RuleRecord rule = inserted(Optional.empty());
        RuleRecord stays = inserted(Optional.empty());

        store.delete(rule.id());

        assertThat(store.all(ACME)).containsExactly(stays);
    }

    private RuleRecord inserted(Optional<SentRule> sent) {
        RuleRecord rule = rule(ACME, NOON, sent);
        store.insert(rule);
        return rule;
    }

    private static RuleRecord rule(CompanyId company, Instant changed, Optional<SentRule> sent) {
        return new RuleRecord(
                RuleId.mint(),
                company,
                VmsId.EMBEDDED,
                DRAFT,
                sent,
                Optional.empty(),
                changed,
                Optional.empty(),
                Optional.empty());
    }

    private static SentRule sent(Optional<DayOverride> override) {
        var raw = CONTENT.body().node().put("id", 140).put("topic", "arn").put("of_the_vms", "kept");
        return new SentRule(AlertRule.read(VmsId.EMBEDDED, RawJson.of(raw)).orElseThrow(), DRAFT, NOON, override);
    }
}
