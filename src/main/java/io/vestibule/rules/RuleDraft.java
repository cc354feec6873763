package io.vestibule.rules;

import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.vms.Recipients;
import java.util.List;

/// The desired content of a rule. May be incomplete.
///
/// @param cameras camera ids of the VMS
/// @param eventAliases camera events that trigger the rule
/// @param autoUpdate whether the rule is sent again automatically when the people behind its queries, or the clocks,
///     change
public record RuleDraft(
        String name,
        PeopleChoice people,
        List<Long> cameras,
        List<String> eventAliases,
        Timetable timetable,
        Recipients recipients,
        boolean autoUpdate) {

    public RuleDraft {
        cameras = cameras.stream().distinct().sorted().toList();
        eventAliases = eventAliases.stream().distinct().toList();
    }

    public static RuleDraft empty(Timetable timetable) {
        return new RuleDraft(
                "", PeopleChoice.NOBODY, List.of(), List.of("motion"), timetable, Recipients.NOBODY, false);
    }

    public RuleDraft withName(String next) {
        return new RuleDraft(next, people, cameras, eventAliases, timetable, recipients, autoUpdate);
    }

    public RuleDraft withPeople(PeopleChoice next) {
        return new RuleDraft(name, next, cameras, eventAliases, timetable, recipients, autoUpdate);
    }

    public RuleDraft withCameras(List<Long> next) {
        return new RuleDraft(name, people, next, eventAliases, timetable, recipients, autoUpdate);
    }

    public RuleDraft withEventAliases(List<String> next) {
        return new RuleDraft(name, people, cameras, next, timetable, recipients, autoUpdate);
    }

    public RuleDraft withTimetable(Timetable next) {
        return new RuleDraft(name, people, cameras, eventAliases, next, recipients, autoUpdate);
    }

    public RuleDraft withPaused(boolean next) {
        return withTimetable(timetable.withPaused(next));
    }

    public RuleDraft withRecipients(Recipients next) {
        return new RuleDraft(name, people, cameras, eventAliases, timetable, next, autoUpdate);
    }

    public RuleDraft withAutoUpdate(boolean next) {
        return new RuleDraft(name, people, cameras, eventAliases, timetable, recipients, next);
    }
}
