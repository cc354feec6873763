package io.vestibule.rules.ui;

import io.vestibule.people.PeopleStores;
import io.vestibule.rules.DriftFlow;
import io.vestibule.rules.OtherCompaniesFlow;
import io.vestibule.rules.RuleFlow;
import io.vestibule.rules.RulesContext;
import io.vestibule.rules.SendFlow;
import io.vestibule.rules.holiday.HolidayFlow;
import io.vestibule.rules.person.RuleCascadeFlow;
import io.vestibule.rules.rehearse.RehearseFlow;

/// The flows behind the screen. Created on a background thread, because they open the database.
public record RulesParts(
        RulesContext rules,
        RuleFlow flow,
        SendFlow send,
        DriftFlow drift,
        RehearseFlow rehearse,
        PeopleStores people,
        RelatedFlows related) {

    /// Flows that keep rules up to date: the cascade of removed people, the holiday calendar, and the rules of the
    /// companies that the console is not set to.
    public record RelatedFlows(RuleCascadeFlow cascade, HolidayFlow holidays, OtherCompaniesFlow otherCompanies) {}
}
