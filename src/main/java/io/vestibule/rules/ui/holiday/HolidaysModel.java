package io.vestibule.rules.ui.holiday;

import io.vestibule.base.Problem;
import io.vestibule.rules.RuleId;
import io.vestibule.rules.holiday.CompanyHolidays;
import io.vestibule.rules.holiday.Holiday;
import io.vestibule.rules.holiday.HolidayFlow;
import io.vestibule.rules.week.DayEffect;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The holiday calendar and its actions. FX thread only.
public final class HolidaysModel {

    /// A local rule that can be chosen.
    public record Choice(RuleId rule, String name) {}

    /// A calendar entry without the company, which is known on the background thread only.
    record HolidayInput(
            UUID id, String name, LocalDate first, LocalDate last, DayEffect effect, Optional<Set<RuleId>> rules) {}

    /// The last change of the calendar.
    ///
    /// @param undo takes it back
    record HolidayChange(String text, Runnable undo) {}

    /// The callbacks of the model.
    ///
    /// @param changed called after any change of the calendar, so that today's overrides are sent at once
    public record HolidayCallbacks(Runnable changed, Consumer<Problem> failed) {}

    private static final int MOST_NAMES = 5;

    final ObjectProperty<Optional<CompanyHolidays>> all = new SimpleObjectProperty<>(Optional.empty());

    /// What was changed last and can be undone.
    final ObjectProperty<Optional<HolidayChange>> lastChange = new SimpleObjectProperty<>(Optional.empty());

    private final Supplier<HolidayFlow> flow;
    private final List<Choice> choices;
    private final boolean mayManage;
    private final TaskRunner taskRunner;
    private final Strings strings;
    private final InstantSource clock;
    private final HolidayCallbacks callbacks;

    /// @param flow called on a background thread
    public HolidaysModel(
            Supplier<HolidayFlow> flow,
            List<Choice> choices,
            boolean mayManage,
            TaskRunner taskRunner,
            Strings strings,
            InstantSource clock,
            HolidayCallbacks holidayCallbacks) {
        this.flow = flow;
        this.choices = List.copyOf(choices);
        this.mayManage = mayManage;
        this.taskRunner = taskRunner;
        this.strings = strings;
        this.clock = clock;
        this.callbacks = holidayCallbacks;
        taskRunner.runUnlisted(() -> flow.get().all(), now -> all.set(Optional.of(now)), callbacks.failed());
    }

    Strings strings() {
        return strings;
    }

    List<Choice> choices() {
        return choices;
    }

    boolean mayManage() {
        return mayManage;
    }

    /// Today in the time zone of the calendar; in that of the computer until the calendar has been read.
    LocalDate today() {
        Instant now = clock.instant();
        return all.get()
                .map(known -> known.today(now))
                .orElseGet(() -> LocalDate.ofInstant(now, ZoneId.systemDefault()));
    }

    /// The names of the rules of an entry.
    String rules(Holiday holiday) {
        return holiday.rules()
                .map(chosen -> choices.stream()
                        .filter(choice -> chosen.contains(choice.rule()))
                        .map(Choice::name)
                        .toList())
                .map(names -> names.isEmpty() ? strings.text("rules.holiday-none") : String.join(", ", names))
                .orElseGet(() -> strings.text("rules.holiday-all"));
    }

    /// What an entry does, to which rules, and when, in one or two sentences.
    String effect(LocalDate first, LocalDate last, DayEffect effect, Optional<Set<RuleId>> rules) {
        String sentence = strings.constant("rules.holiday-does", effect, names(rules), days(first, last));
        boolean begun = !first.isAfter(today()) && !last.isBefore(today());
        return begun ? sentence + " " + strings.text("rules.holiday-at-once") : sentence;
    }

    private String names(Optional<Set<RuleId>> rules) {
        if (rules.isEmpty()) {
            return strings.text("rules.holiday-each", choices.size());
        }
        List<String> chosen = choices.stream()
                .filter(choice -> rules.get().contains(choice.rule()))
                .map(Choice::name)
                .toList();
        String named = String.join(", ", chosen.subList(0, Math.min(MOST_NAMES, chosen.size())));
        return chosen.size() > MOST_NAMES
                ? strings.text("rules.holiday-more", named, chosen.size() - MOST_NAMES)
                : named;
    }

    String days(LocalDate first, LocalDate last) {
        DateTimeFormatter day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(strings.locale());
        return first.equals(last) ? day.format(first) : day.format(first) + " – " + day.format(last);
    }

    /// @param done called when the entry has been saved
    void save(HolidayInput holidayInput, Runnable done) {
        String name = holidayInput.name();
        change(
                () -> flow.get()
                        .save(new Holiday(
                                holidayInput.id(),
                                flow.get().company(),
                                name,
                                holidayInput.first(),
                                holidayInput.last(),
                                holidayInput.effect(),
                                holidayInput.rules())),
                before -> {
                    lastChange.set(Optional.of(new HolidayChange(
                            strings.text("rules.holiday-saved", name),
                            () -> undo(() -> before.ifPresentOrElse(
                                    flow.get()::putBack, () -> flow.get().remove(holidayInput.id()))))));
                    done.run();
                });
    }

    void remove(Holiday holiday, Runnable done) {
        change(() -> flow.get().remove(holiday.id()), before -> {
            lastChange.set(before.map(removed -> new HolidayChange(
                    strings.text("rules.holiday-removed", removed.name()),
                    () -> undo(() -> flow.get().putBack(removed)))));
            done.run();
        });
    }

    private void undo(Runnable step) {
        lastChange.set(Optional.empty());
        change(
                () -> {
                    step.run();
                    return Optional.empty();
                },
                _ -> {});
    }

    private void change(Callable<Optional<Holiday>> task, Consumer<Optional<Holiday>> done) {
        record Changed(Optional<Holiday> before, CompanyHolidays now) {}
        taskRunner.runUnlisted(
                () -> new Changed(task.call(), flow.get().all()),
                changed -> {
                    all.set(Optional.of(changed.now()));
                    callbacks.changed().run();
                    done.accept(changed.before());
                },
                callbacks.failed());
    }
}
