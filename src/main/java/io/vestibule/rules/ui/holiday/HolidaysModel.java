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

    /// The callbacks of the model.
    ///
    /// @param changed called after any change of the calendar, so that today's overrides are sent at once
    public record HolidayCallbacks(Runnable changed, Consumer<Problem> failed) {}

    final ObjectProperty<Optional<CompanyHolidays>> all = new SimpleObjectProperty<>(Optional.empty());

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
        read(() -> flow.get().all(), () -> {});
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

    /// @param done called when the entry has been saved
    void save(HolidayInput holidayInput, Runnable done) {
        change(
                () -> {
                    flow.get()
                            .save(new Holiday(
                                    holidayInput.id(),
                                    flow.get().company(),
                                    holidayInput.name(),
                                    holidayInput.first(),
                                    holidayInput.last(),
                                    holidayInput.effect(),
                                    holidayInput.rules()));
                    return flow.get().all();
                },
                done);
    }

    void remove(UUID holiday, Runnable done) {
        change(
                () -> {
                    flow.get().remove(holiday);
                    return flow.get().all();
                },
                done);
    }

    private void change(Callable<CompanyHolidays> task, Runnable done) {
        read(task, () -> {
            callbacks.changed().run();
            done.run();
        });
    }

    private void read(Callable<CompanyHolidays> task, Runnable done) {
        taskRunner.runUnlisted(
                task,
                now -> {
                    all.set(Optional.of(now));
                    done.run();
                },
                callbacks.failed());
    }
}
