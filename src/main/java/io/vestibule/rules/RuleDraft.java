package io.vestibule.rules;

import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.vms.Recipients;
import java.util.List;

/// What somebody wants a rule to be. May be unfinished.
///
/// @param cameras ids of the VMS
/// @param aliases events of a camera that wake the rule
/// @param keepsUp whether the rule is sent again by itself when the people behind its queries, or the clocks, change
public record RuleDraft(
        String name,
        PeopleChoice who,
        List<Long> cameras,
        List<String> aliases,
        Timetable when,
        Recipients tell,
        boolean keepsUp) {

    public RuleDraft {
        cameras = cameras.stream().distinct().sorted().toList();
        aliases = aliases.stream().distinct().toList();
    }

    public static RuleDraft empty(Timetable when) {
        return new RuleDraft("", PeopleChoice.NOBODY, List.of(), List.of("motion"), when, Recipients.NOBODY, false);
    }

    public RuleDraft withName(String next) {
        return new RuleDraft(next, who, cameras, aliases, when, tell, keepsUp);
    }

    public RuleDraft withWho(PeopleChoice next) {
        return new RuleDraft(name, next, cameras, aliases, when, tell, keepsUp);
    }

    public RuleDraft withCameras(List<Long> next) {
        return new RuleDraft(name, who, next, aliases, when, tell, keepsUp);
    }

    public RuleDraft withAliases(List<String> next) {
        return new RuleDraft(name, who, cameras, next, when, tell, keepsUp);
    }

    public RuleDraft withWhen(Timetable next) {
        return new RuleDraft(name, who, cameras, aliases, next, tell, keepsUp);
    }

    public RuleDraft withTell(Recipients next) {
        return new RuleDraft(name, who, cameras, aliases, when, next, keepsUp);
    }

    public RuleDraft withKeepsUp(boolean next) {
        return new RuleDraft(name, who, cameras, aliases, when, tell, next);
    }
}
