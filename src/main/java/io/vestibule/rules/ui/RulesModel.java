package io.vestibule.rules.ui;

import io.vestibule.base.Problem;
import io.vestibule.people.Site;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleId;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleState;
import io.vestibule.rules.SendFlow;
import io.vestibule.rules.VmsPicture;
import io.vestibule.rules.Watch;
import io.vestibule.settings.OwnerOnly;
import io.vestibule.ui.Alarm;
import io.vestibule.ui.Strings;
import io.vestibule.ui.Work;
import io.vestibule.ui.control.Banner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.util.Duration;

/// All rules, what was typed to find one, which is open, and whether any does not do any more what was meant. Looks at
/// the VMS at start, at each opening, and every minute. FX thread only.
public final class RulesModel {

    private static final Duration EVERY = Duration.minutes(1);

    private final RuleList list = new RuleList();
    final StringProperty typed = list.typed;
    final ObservableList<RuleRow> rows = list.rows;
    final ObjectProperty<Optional<String>> selected = new SimpleObjectProperty<>(Optional.empty());
    final BooleanProperty loaded = new SimpleBooleanProperty();
    final ObjectProperty<Optional<Watch>> watch = new SimpleObjectProperty<>(Optional.empty());

    private final ReadOnlyIntegerWrapper needLook = new ReadOnlyIntegerWrapper();
    private final Supplier<RulesParts> parts;
    private final RulesDesk desk;
    private final Work work;
    private final Strings strings;
    private final Alarm timer = new Alarm(EVERY, this::check);
    private final PauseTransition sweep = new PauseTransition(Duration.millis((double) SendFlow.UNDO.toMillis() + 500));
    private final PauseTransition soon = new PauseTransition(Duration.seconds(1));
    private List<Site> sites = List.of();
    private boolean busy;
    private boolean atVms;
    private boolean again;
    private Ask ask = Ask.NOTHING;
    private boolean making;
    private Optional<String> fresh = Optional.empty();

    private enum Ask {
        NOTHING,
        HERE,
        VMS
    }

    private record Reading(Watch watch, List<RuleRow> rows, List<Site> sites) {}

    /// @param parts asked in the background
    public RulesModel(Supplier<RulesParts> parts, RulesDesk desk, Work work, Strings strings) {
        this.parts = parts;
        this.desk = desk;
        this.work = work;
        this.strings = strings;
        sweep.setOnFinished(_ -> check());
        soon.setOnFinished(_ -> check());
    }

    /// How many rules of ours need a look, for the rail.
    public ReadOnlyIntegerProperty needLook() {
        return needLook.getReadOnlyProperty();
    }

    /// Looks at the VMS now, and again every minute from then on. Called at start.
    public void check() {
        ask = Ask.VMS;
        begin();
    }

    /// Looks at the VMS in a moment, when the journal has had time to tell it something.
    void checkSoon() {
        soon.playFromStart();
    }

    /// Reads again what is kept here, without asking the VMS, and without waiting for it where it is being asked.
    void reread() {
        if (atVms) {
            again = true; // what comes from the VMS may be older than this
            Optional<Watch> last = watch.get();
            work.quietly(() -> reading(parts.get().drift().glance(last)), this::take, desk::tell);
            return;
        }
        ask = ask == Ask.VMS ? Ask.VMS : Ask.HERE;
        begin();
    }

    private void begin() {
        if (busy || ask == Ask.NOTHING) {
            return;
        }
        busy = true;
        Optional<Watch> last = watch.get();
        boolean here = ask == Ask.HERE || !loaded.get();
        atVms = !here;
        // What is known here shows at once; the VMS may take a while.
        ask = ask == Ask.VMS && here ? Ask.VMS : Ask.NOTHING;
        read(
                here
                        ? () -> parts.get().drift().glance(last)
                        : () -> parts.get().drift().check());
    }

    private void read(Callable<Watch> look) {
        work.quietly(
                () -> reading(look.call()),
                reading -> {
                    take(reading);
                    rest();
                },
                problem -> {
                    desk.tell(problem);
                    loaded.set(true);
                    ask = Ask.NOTHING;
                    rest();
                });
    }

    private Reading reading(Watch seen) {
        List<Site> known = desk.sites();
        RuleWords words = new RuleWords(strings, known, seen.picture());
        return new Reading(seen, seen.entries().stream().map(words::row).toList(), known);
    }

    private void take(Reading reading) {
        int before = needLook.get();
        boolean first = watch.get().isEmpty();
        sites = reading.sites();
        loaded.set(true);
        list.take(reading.rows());
        watch.set(Optional.of(reading.watch()));
        needLook.set(reading.watch().needLook());
        if (reading.watch().keptUp() > 0) {
            desk.tell(Banner.info(strings.text("rules.kept-up", reading.watch().keptUp())));
        } else if (!first && needLook.get() > before) {
            desk.tell(new Banner(
                    Banner.Tone.LOOK,
                    strings.text("rules.drifted", needLook.get()),
                    Optional.empty(),
                    Optional.empty()));
        }
    }

    private void rest() {
        busy = false;
        atVms = false;
        if (again) {
            again = false;
            ask = ask == Ask.VMS ? Ask.VMS : Ask.HERE;
        }
        timer.start();
        begin();
    }

    Optional<RuleEntry> open() {
        return selected.get().flatMap(list::find).map(RuleRow::entry);
    }

    /// Whether it was just made, so that the keyboard goes on in it. True once.
    boolean takeFresh(String key) {
        boolean made = fresh.filter(key::equals).isPresent();
        if (made) {
            fresh = Optional.empty();
        }
        return made;
    }

    Optional<VmsPicture> picture() {
        return watch.get().flatMap(Watch::picture);
    }

    List<Site> sites() {
        return sites;
    }

    RulesDesk desk() {
        return desk;
    }

    Strings strings() {
        return strings;
    }

    RulesParts parts() {
        return parts.get();
    }

    boolean mayManage() {
        return desk.mayManageRules();
    }

    /// A new rule, or the one that was begun last and has nothing in it yet.
    void create() {
        own().stream()
                .filter(row -> isBlank(row.entry()))
                .findFirst()
                .ifPresentOrElse(this::goOn, () -> make(() -> parts.get().flow().create()));
    }

    private void goOn(RuleRow row) {
        fresh = Optional.of(row.key());
        typed.set("");
        selected.set(Optional.empty());
        selected.set(Optional.of(row.key()));
    }

    private static boolean isBlank(RuleEntry entry) {
        return entry.state() == RuleState.DRAFT
                && entry.ours()
                        .map(RuleRecord::draft)
                        .filter(draft -> draft.name().isBlank()
                                && draft.who().isEmpty()
                                && draft.cameras().isEmpty())
                        .isPresent();
    }

    void duplicate(RuleDraft draft) {
        String name = strings.text("rules.copy-of", draft.name());
        make(() -> parts.get().flow().duplicate(draft, name));
    }

    /// A draft that says what a rule of others says.
    void duplicate(io.vestibule.vms.AlertRule rule) {
        String name = strings.text("rules.copy-of", rule.content().name());
        make(() -> parts.get().flow().duplicate(parts.get().flow().draft(rule.content()), name));
    }

    void adopt(io.vestibule.vms.AlertRule rule) {
        make(() -> parts.get().flow().adopt(rule));
    }

    /// One at a time: a key that is held down makes one rule.
    private void make(Callable<RuleRecord> made) {
        if (making) {
            return;
        }
        making = true;
        work.run(strings.text("rules.working"), made, this::made, problem -> {
            making = false;
            failed(problem);
        });
    }

    private void made(RuleRecord record) {
        making = false;
        fresh = Optional.of(record.id().toString());
        select(record.id());
    }

    private void select(RuleId rule) {
        typed.set("");
        selected.set(Optional.of(rule.toString()));
        reread();
    }

    /// Takes the rule off the list at once; the banner takes it back for ten seconds.
    void delete(RuleRecord record) {
        selected.set(Optional.empty());
        run(
                () -> {
                    parts.get().flow().delete(record.id());
                    return record;
                },
                deleted -> {
                    list.remove(deleted.id().toString());
                    sweep.playFromStart();
                    String name = deleted.draft().name();
                    desk.tell(Banner.undoable(strings.text("rules.deleted", name), () -> undelete(deleted.id())));
                });
    }

    private void undelete(RuleId rule) {
        run(() -> parts.get().flow().undelete(rule), back -> {
            if (back) {
                select(rule);
            } else {
                desk.tell(Banner.info(strings.text("rules.undo-late")));
            }
        });
    }

    void export(List<RuleDraft> drafts, Path file) {
        run(
                () -> {
                    // It names e-mail addresses and phone numbers.
                    OwnerOnly.write(file, parts.get().flow().export(drafts).getBytes(StandardCharsets.UTF_8));
                    return file;
                },
                _ -> desk.tell(Banner.done(strings.text("rules.exported", drafts.size()))));
    }

    void importFrom(Path file) {
        run(() -> parts.get().flow().importFrom(Files.readString(file)), records -> {
            desk.tell(Banner.done(strings.text("rules.imported", records.size())));
            select(records.getLast().id());
        });
    }

    /// All rules of ours, in the order of the list.
    List<RuleRow> own() {
        return list.own();
    }

    /// All drafts of ours, in the order of the list.
    List<RuleDraft> drafts() {
        return list.drafts();
    }

    <T> void run(Callable<T> task, Consumer<T> done) {
        work.run(strings.text("rules.working"), task, done, this::failed);
    }

    <T> void quietly(Callable<T> task, Consumer<T> done) {
        work.quietly(task, done, this::failed);
    }

    void failed(Problem problem) {
        if (!problem.code().equals("ui.cancelled")) {
            desk.tell(problem);
        }
    }

    Work work() {
        return work;
    }
}
