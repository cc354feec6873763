package io.vestibule.rules.holiday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.app.wiring.RulesFixture;
import io.vestibule.base.CompanyId;
import io.vestibule.people.Company;
import io.vestibule.rules.RuleException;
import io.vestibule.rules.RuleFailure;
import io.vestibule.rules.RuleId;
import io.vestibule.rules.RuleKeys;
import io.vestibule.rules.week.DayEffect;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The calendar as it is kept.
class HolidayFlowTest extends RulesFixture {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 25);

    @Test
    void aCalendarBeginsEmptyAndInTheZoneOfTheCompany() {
        application.storage().settings().set(RuleKeys.ZONE, "Asia/Kathmandu");

        assertThat(rules.holidays().all().all()).isEmpty();
        assertThat(rules.holidays().all().zone()).isEqualTo(ZoneId.of("Asia/Kathmandu"));
    }

    @Test
    void aHolidayComesBackAsItWasPut() {
        Holiday all = holiday("For all", DAY, DAY.plusDays(2));
        RuleId first = RuleId.mint();
        RuleId second = RuleId.mint();
        Holiday chosen = new Holiday(
                UUID.randomUUID(),
                all.company(),
                "For two",
                DAY.plusDays(9),
                DAY.plusDays(9),
                DayEffect.WIDENED,
                Optional.of(Set.of(first, second)));

        rules.holidays().save(all);
        rules.holidays().save(chosen);

        assertThat(rules.holidays().all().all()).containsExactly(all, chosen);
    }

    @Test
    void entriesAreInTheOrderOfTheCalendarWheneverTheyWerePut() {
        rules.holidays().save(holiday("Third", DAY.plusDays(1), DAY.plusDays(1)));
        rules.holidays().save(holiday("Second", DAY, DAY.plusDays(4)));
        rules.holidays().save(holiday("First", DAY, DAY));

        assertThat(rules.holidays().all().all()).extracting(Holiday::name).containsExactly("First", "Second", "Third");
    }

    @Test
    void putAgainItTakesItsOwnPlace() {
        Holiday holiday = holiday("Before", DAY, DAY);
        rules.holidays().save(holiday);
        Holiday changed = new Holiday(
                holiday.id(), holiday.company(), "After", DAY, DAY.plusDays(1), DayEffect.WIDENED, Optional.empty());

        rules.holidays().save(changed);

        assertThat(rules.holidays().all().all()).containsExactly(changed);
    }

    @Test
    void whatIsRemovedIsNotThereAndTheRestStays() {
        Holiday stays = holiday("Stays", DAY, DAY);
        Holiday goes = holiday("Goes", DAY, DAY);
        rules.holidays().save(stays);
        rules.holidays().save(goes);

        rules.holidays().remove(goes.id());

        assertThat(rules.holidays().all().all()).containsExactly(stays);
    }

    @Test
    void aHolidayOfAnotherCompanyIsNotListed() {
        CompanyId other = new CompanyId("other-2");
        var companies = application.storage().people().companies();
        companies.insert(new Company(other, "Other", Optional.empty(), false), clock.instant());
        CompanyId first = companies.active().orElseThrow().id();
        companies.activate(other);
        rules.holidays()
                .save(new Holiday(UUID.randomUUID(), other, "Theirs", DAY, DAY, DayEffect.SILENCED, Optional.empty()));
        companies.activate(first);

        assertThat(rules.holidays().all().all()).isEmpty();
    }

    @Test
    void itMayLastAYearAndNoDayMore() {
        rules.holidays().save(holiday("Leap year", DAY, DAY.plusDays(Holiday.MOST_DAYS - 1L)));

        refused(holiday("Slip in the year", DAY, DAY.plusDays(Holiday.MOST_DAYS)));
    }

    @Test
    void itMayNotBeOver() {
        application.storage().settings().set(RuleKeys.ZONE, "Pacific/Auckland");
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Pacific/Auckland"));
        Holiday endsToday = holiday("Ends today", today.minusDays(3), today);
        rules.holidays().save(endsToday);

        refused(holiday("Over", today.minusDays(3), today.minusDays(1)), new RuleFailure.PastHoliday());

        assertThat(rules.holidays().all().all()).containsExactly(endsToday);
    }

    @Test
    void itMayNotEndBeforeItBegins() {
        refused(holiday("Backwards", DAY, DAY.minusDays(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void itHasAName(String name) {
        refused(holiday(name, DAY, DAY));
    }

    @Test
    void itsNameIsNotLongerThanTheTableTakes() {
        rules.holidays().save(holiday("n".repeat(100), DAY, DAY));

        refused(holiday("n".repeat(101), DAY, DAY));
    }

    @Test
    void itIsForAtLeastOneRule() {
        Holiday holiday = holiday("For none", DAY, DAY);

        refused(new Holiday(
                holiday.id(), holiday.company(), "For none", DAY, DAY, DayEffect.SILENCED, Optional.of(Set.of())));
    }

    /// Nothing is kept of it and nothing is written into the log.
    private void refused(Holiday holiday) {
        refused(holiday, new RuleFailure.BadHoliday());
    }

    private void refused(Holiday holiday, RuleFailure failure) {
        var before = rules.holidays().all().all();
        int said = application.storage().log().recent(100).size();

        assertThatThrownBy(() -> rules.holidays().save(holiday))
                .isInstanceOfSatisfying(
                        RuleException.class,
                        failed -> assertThat(failed.failure()).isEqualTo(failure));

        assertThat(rules.holidays().all().all()).isEqualTo(before);
        assertThat(application.storage().log().recent(100)).hasSize(said);
    }

    private Holiday holiday(String name, LocalDate first, LocalDate last) {
        return new Holiday(
                UUID.randomUUID(), rules.holidays().company(), name, first, last, DayEffect.SILENCED, Optional.empty());
    }
}
