package io.vestibule.rules.ui;

import io.vestibule.base.SiteId;
import io.vestibule.people.Site;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleState;
import io.vestibule.rules.VmsSnapshot;
import io.vestibule.rules.ui.week.WeekFormatter;
import io.vestibule.rules.week.ShortGap;
import io.vestibule.rules.who.Member;
import io.vestibule.rules.who.Members;
import io.vestibule.rules.who.PeopleQuery;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.State;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RuleMeta;
import io.vestibule.vms.WeekSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Formats rules as plain sentences. Created for each report, with the names at that moment.
final class RuleFormatter {

    private static final int NAMED = 3;

    private final Strings strings;
    private final Map<SiteId, String> sites;
    private final Optional<VmsSnapshot> picture;
    private final WeekFormatter week;

    RuleFormatter(Strings strings, List<Site> sites, Optional<VmsSnapshot> picture) {
        this.strings = strings;
        this.sites = sites.stream().collect(Collectors.toMap(Site::id, Site::name));
        this.picture = picture;
        this.week = new WeekFormatter(strings);
    }

    RuleRow row(RuleEntry entry) {
        String sentence = entry.local()
                .map(record -> sentence(record.draft(), entry.members()))
                .or(() -> entry.remote().map(rule -> others(rule, entry.members())))
                .orElse("");
        String name = entry.name().isBlank() ? strings.text("rules.unnamed") : entry.name();
        return new RuleRow(entry, name, sentence, state(entry), stateText(entry));
    }

    /// The state as text; for an outdated rule, what changed.
    String stateText(RuleEntry entry) {
        if (isPaused(entry)) {
            return strings.text("rules.state-paused");
        }
        return entry.state() == RuleState.OUTDATED
                ? entry.findings().stream()
                        .findFirst()
                        .map(finding -> strings.problem(finding).summary().replaceFirst("\\.$", ""))
                        .orElse(strings.constant("rules.state", entry.state()))
                : strings.constant("rules.state", entry.state());
    }

    /// Whether the rule is paused on the VMS.
    static boolean isPaused(RuleEntry entry) {
        return entry.state() == RuleState.SENT
                && entry.local()
                        .flatMap(RuleRecord::sent)
                        .filter(sent -> sent.draft().timetable().paused())
                        .isPresent();
    }

    String sentence(RuleDraft draft, Members members) {
        return strings.text(
                "rules.sentence",
                any(draft.eventAliases().stream().map(this::event).toList(), "rules.no-event-yet"),
                any(draft.cameras().stream().map(this::camera).toList(), "rules.no-camera-yet"),
                any(people(draft, members), "rules.nobody-yet"),
                when(draft),
                all(addresses(draft)));
    }

    /// The people and groups of the draft in one line.
    String who(RuleDraft draft, Members members) {
        List<String> chosen = people(draft, members);
        return chosen.isEmpty() ? strings.text("rules.card-nobody") : joined(chosen, strings.text("rules.and"));
    }

    String where(RuleDraft draft) {
        List<String> chosen = draft.cameras().stream().map(this::camera).toList();
        return chosen.isEmpty() ? strings.text("rules.card-no-camera") : joined(chosen, strings.text("rules.and"));
    }

    String when(RuleDraft draft) {
        String hours = week.format(draft.timetable().week());
        return draft.timetable().paused() ? strings.text("rules.week-paused", hours) : hours;
    }

    String whom(RuleDraft draft) {
        List<String> chosen = addresses(draft);
        return chosen.isEmpty() ? strings.text("rules.card-nobody") : joined(chosen, strings.text("rules.and"));
    }

    /// Gaps of less than a quarter of an hour that the VMS has in this schedule; empty if there are none.
    Optional<String> shortGaps(WeekSchedule schedule) {
        List<ShortGap> gaps = ShortGap.of(schedule);
        List<String> named = gaps.stream()
                .limit(NAMED)
                .map(gap -> week.shortDayName(gap.day()) + " " + gap.from() + "–" + gap.to())
                .toList();
        String more = gaps.size() > NAMED ? ", " + strings.text("rules.more", gaps.size() - NAMED) : "";
        return gaps.isEmpty()
                ? Optional.empty()
                : Optional.of(strings.text("rules.short-gaps", String.join(", ", named) + more));
    }

    private static List<String> addresses(RuleDraft draft) {
        return Stream.of(
                        draft.recipients().email(),
                        draft.recipients().sms(),
                        draft.recipients().app())
                .flatMap(List::stream)
                .toList();
    }

    String event(String alias) {
        return alias.replace('_', ' ');
    }

    String camera(long id) {
        return picture.flatMap(seen -> seen.camera(id))
                .map(camera -> camera.name())
                .orElseGet(() -> strings.text("rules.camera-number", String.valueOf(id)));
    }

    String query(PeopleQuery query) {
        String kind = query.kind()
                .map(known -> strings.constant("rules.every", known))
                .orElse(strings.text("rules.everybody"));
        return query.site()
                .map(site -> strings.text("rules.at-site", kind, site(site)))
                .orElse(kind);
    }

    /// With a capital letter, for use outside a sentence.
    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private String site(SiteId site) {
        return sites.getOrDefault(site, strings.text("rules.site-gone"));
    }

    static State state(RuleEntry entry) {
        if (isPaused(entry) && entry.findings().isEmpty()) {
            return State.NOTHING;
        }
        return switch (entry.state()) {
            case DRAFT, ELSEWHERE -> State.WAITING;
            case EDITED -> entry.findings().isEmpty() ? State.WAITING : State.LOOK;
            case UNSURE, OUTDATED, CHANGED_THERE, PERHAPS_OURS -> State.LOOK;
            case GONE_THERE -> State.REFUSED;
            case SENT -> entry.findings().isEmpty() ? State.DONE : State.LOOK;
            case OTHERS -> entry.findings().isEmpty() ? State.DONE : State.LOOK;
        };
    }

    private String others(AlertRule rule, Members members) {
        return switch (rule.content().meta()) {
            case RuleMeta.KnownPeople _ ->
                strings.text(
                        "rules.others-people",
                        any(names(members), "rules.nobody-yet"),
                        any(
                                rule.content().cameraIds().stream()
                                        .map(this::camera)
                                        .toList(),
                                "rules.no-camera-yet"));
            case RuleMeta.Other other -> strings.constant("rules.kind", other.kind());
        };
    }

    private List<String> people(RuleDraft draft, Members members) {
        Stream<String> chosen =
                names(new Members(
                                members.known().stream().filter(Member::chosen).toList(), members.unknown()))
                        .stream();
        return Stream.concat(chosen, draft.people().queries().stream().map(this::query))
                .toList();
    }

    private List<String> names(Members members) {
        List<String> names = new ArrayList<>();
        members.known().forEach(member -> names.add(member.person().name()));
        members.unknown().forEach(_ -> names.add(strings.text("rules.somebody-unknown")));
        return names;
    }

    private String any(List<String> parts, String nothing) {
        return parts.isEmpty() ? strings.text(nothing) : joined(parts, strings.text("rules.or"));
    }

    private String all(List<String> parts) {
        return parts.isEmpty() ? strings.text("rules.nobody-told-yet") : joined(parts, strings.text("rules.and"));
    }

    private String joined(List<String> parts, String last) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        boolean many = parts.size() > NAMED + 1;
        List<String> named = parts.subList(0, many ? NAMED : parts.size() - 1);
        String end = many ? strings.text("rules.more", parts.size() - NAMED) : parts.getLast();
        return String.join(", ", named) + " " + last + " " + end;
    }
}
