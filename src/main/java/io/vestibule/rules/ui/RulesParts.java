package io.vestibule.rules.ui;

import io.vestibule.people.People;
import io.vestibule.rules.DriftFlow;
import io.vestibule.rules.RuleFlow;
import io.vestibule.rules.Rules;
import io.vestibule.rules.SendFlow;
import io.vestibule.rules.holiday.HolidayFlow;
import io.vestibule.rules.person.FollowFlow;
import io.vestibule.rules.rehearse.RehearseFlow;

/// The flows behind the screen. Made in the background, because they open the database.
public record RulesParts(
        Rules rules, RuleFlow flow, SendFlow send, DriftFlow drift, RehearseFlow rehearse, People people, Truth truth) {

    /// What keeps rules true: people who go, and days that are not like every week.
    public record Truth(FollowFlow follow, HolidayFlow holidays) {}
}
