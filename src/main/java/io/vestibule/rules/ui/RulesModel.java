package io.vestibule.rules.ui;

import io.vestibule.base.Problem;
import io.vestibule.people.Site;
import io.vestibule.rules.DriftReport;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleId;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleState;
import io.vestibule.rules.SendFlow;
import io.vestibule.rules.VmsSnapshot;
import io.vestibule.ui.DelayedAction;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import io.vestibule.ui.control.Banner;
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
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.util.Duration;

/// All rules, the search text, the selected rule, and the number of rules that need attention. Polls the VMS at
/// start, whenever the screen opens, and every minute. FX thread only.
public final class RulesModel {

    private static final Duration EVERY = Duration.minutes(1);

    private final RuleList list = new RuleList();
    private final RuleSaves saves = new RuleSaves(this);
    private final OtherRules others = new OtherRules(this);
    private final RuleBatch batch;
    final StringProperty typed = list.typed;
    final ObservableList<RuleRow> rows = list.rows;
    final ObjectProperty<Optional<String>> selected = new SimpleObjectProperty<>(Optional.empty());
    /// The VMS in use, as the list is headed.
    final StringProperty vmsName = new SimpleStringProperty("");

    final BooleanProperty loaded = new SimpleBooleanProperty();
    final ObjectProperty<Optional<DriftReport>> report = new SimpleObjectProperty<>(Optional.empty());

    /// What the last import left out, one sentence each with the reason.
    final ObjectProperty<List<String>> notImported = new SimpleObjectProperty<>(List.of());

    /// The rules that the last action on several rules left as they were, one sentence each with the reason.
    final ObjectProperty<List<String>> notDone = new SimpleObjectProperty<>(List.of());

    private final RuleNotices notices;
    private final Supplier<RulesParts> parts;
    private final RulesPort port;
    private final TaskRunner taskRunner;
    private final Strings strings;
    private final DelayedAction timer = new DelayedAction(EVERY, this::refresh);
    private final PauseTransition sweep =
            new PauseTransition(Duration.millis((double) SendFlow.UNDO_WINDOW.toMillis() + 500));
    private final PauseTransition soon = new PauseTransition(Duration.seconds(1));
    private List<Site> sites = List.of();
    private boolean busy;
    private boolean atVms;
    private boolean again;
    private RefreshScope refreshScope = RefreshScope.NOTHING;
    private boolean creating;
    private boolean closed;
    private Optional<String> fresh = Optional.empty();

    private enum RefreshScope {
        NOTHING,
        HERE,
        VMS
    }

    /// @param company the name of the company; empty if it is the only one
    private record Reading(
            DriftReport report,
            List<RuleRow> rows,
            List<Site> sites,
            Optional<String> vmsHost,
            Optional<String> company) {}

    /// @param parts called on a background thread
    public RulesModel(Supplier<RulesParts> parts, RulesPort port, TaskRunner taskRunner, Strings strings) {
        this.parts = parts;
        this.port = port;
        this.taskRunner = taskRunner;
        this.strings = strings;
        this.batch = new RuleBatch(this);
        this.notices = new RuleNotices(this);
        sweep.setOnFinished(_ -> refresh());
        soon.setOnFinished(_ -> refresh());
    }

    /// How many rules of all companies need attention, for the navigation rail.
    public ReadOnlyIntegerProperty attentionCount() {
        return notices.attention();
    }

    /// Notices about rules that appear without a request.
    RuleNotices notices() {
        return notices;
    }

    /// Another operator takes over: what the previous one searched for and selected is not shown to them.
    public void forget() {
        typed.set("");
        selected.set(Optional.empty());
        notImported.set(List.of());
        notDone.set(List.of());
    }

    /// Polls the VMS now, and every minute from then on. Called at start.
    public void refresh() {
        refreshScope = RefreshScope.VMS;
        begin();
    }

    /// Stops for good, because the console is set to another company. Answers that are still on their way are
    /// dropped.
    public void close() {
        closed = true;
        notices.close();
        List.of(sweep, soon).forEach(PauseTransition::stop);
        timer.stop();
    }

    /// Polls the VMS after a short delay, so that the journal has time to update it.
    void refreshSoon() {
        soon.playFromStart();
    }

    /// Reads the local data again without polling the VMS, and without waiting for a poll in progress.
    void refreshLocal() {
        if (atVms) {
            again = true; // the result of the poll may be older than this read
            Optional<DriftReport> last = report.get();
            taskRunner.runUnlisted(
                    () -> reading(parts.get().drift().reportWithoutNetwork(last)), this::apply, port::showProblem);
            return;
        }
        refreshScope = refreshScope == RefreshScope.VMS ? RefreshScope.VMS : RefreshScope.HERE;
        begin();
    }

    private void begin() {
        if (closed || busy || refreshScope == RefreshScope.NOTHING) {
            return;
        }
        busy = true;
        Optional<DriftReport> last = report.get();
        boolean here = refreshScope == RefreshScope.HERE || !loaded.get();
        atVms = !here;
        // Local data is shown at once; the VMS may take longer.
        refreshScope = refreshScope == RefreshScope.VMS && here ? RefreshScope.VMS : RefreshScope.NOTHING;
        read(
                here
                        ? () -> parts.get().drift().reportWithoutNetwork(last)
                        : () -> parts.get().drift().reconcile());
    }

    private void read(Callable<DriftReport> look) {
        taskRunner.runUnlisted(
                () -> reading(look.call()),
                reading -> {
                    apply(reading);
                    reading.report()
                            .snapshot()
                            .filter(_ -> atVms && !closed)
                            .ifPresentOrElse(
                                    seen -> notices.pollOthers(seen, this::finishRefresh), this::finishRefresh);
                },
                problem -> {
                    port.showProblem(problem);
                    loaded.set(true);
                    refreshScope = RefreshScope.NOTHING;
                    finishRefresh();
                });
    }

    private Reading reading(DriftReport seen) {
        List<Site> known = port.sites();
        RuleFormatter words = new RuleFormatter(strings, known, seen.snapshot());
        return new Reading(
                seen, seen.entries().stream().map(words::row).toList(), known, port.vmsHost(), port.companyName());
    }

    private void apply(Reading reading) {
        if (closed) {
            return;
        }
        sites = reading.sites();
        vmsName.set(reading.vmsHost()
                .map(host -> strings.text("rules.vms-host", host))
                .orElseGet(() -> strings.text("rules.vms-embedded")));
        loaded.set(true);
        list.take(reading.rows());
        report.set(Optional.of(reading.report()));
        notices.show(reading.report(), reading.company());
    }

    private void finishRefresh() {
        busy = false;
        atVms = false;
        if (again) {
            again = false;
            refreshScope = refreshScope == RefreshScope.VMS ? RefreshScope.VMS : RefreshScope.HERE;
        }
        if (!closed) {
            timer.start();
        }
        begin();
    }

    /// Removes the rule from the list until it is read again.
    void hide(RuleId rule) {
        selected.set(Optional.empty());
        list.remove(rule.toString());
    }

    Optional<RuleEntry> selectedEntry() {
        return selected.get().flatMap(list::find).map(RuleRow::entry);
    }

    /// Whether the rule was just created, so that it gets the keyboard focus. Returns true once.
    boolean consumeJustCreated(String key) {
        boolean made = fresh.filter(key::equals).isPresent();
        if (made) {
            fresh = Optional.empty();
        }
        return made;
    }

    Optional<VmsSnapshot> picture() {
        return report.get().flatMap(DriftReport::snapshot);
    }

    List<Site> sites() {
        return sites;
    }

    RuleSaves saves() {
        return saves;
    }

    RulesPort port() {
        return port;
    }

    Strings strings() {
        return strings;
    }

    RulesParts parts() {
        return parts.get();
    }

    boolean mayManage() {
        return port.mayManageRules();
    }

    /// Creates a rule, or reopens the last blank draft.
    void create() {
        own().stream()
                .filter(row -> isBlank(row.entry()))
                .findFirst()
                .ifPresentOrElse(
                        this::reopenBlank,
                        () -> createOnce(() -> parts.get().flow().create()));
    }

    private void reopenBlank(RuleRow row) {
        fresh = Optional.of(row.key());
        typed.set("");
        selected.set(Optional.empty());
        selected.set(Optional.of(row.key()));
    }

    private static boolean isBlank(RuleEntry entry) {
        return entry.state() == RuleState.DRAFT
                && entry.local()
                        .map(RuleRecord::draft)
                        .filter(draft -> draft.name().isBlank()
                                && draft.people().isEmpty()
                                && draft.cameras().isEmpty())
                        .isPresent();
    }

    void duplicate(RuleDraft draft) {
        String name = strings.text("rules.copy-of", draft.name());
        createOnce(() -> parts.get().flow().duplicate(draft, name));
    }

    /// Creates a draft with the content of a rule that was not created here.
    void duplicate(io.vestibule.vms.AlertRule rule) {
        String name = strings.text("rules.copy-of", rule.content().name());
        createOnce(() -> parts.get().flow().duplicate(parts.get().flow().draft(rule.content()), name));
    }

    void adopt(io.vestibule.vms.AlertRule rule) {
        createOnce(() -> parts.get().flow().adopt(rule));
    }

    /// What can be done about rules that are not ours on the VMS in use.
    OtherRules others() {
        return others;
    }

    /// What is done with one rule or with several chosen ones.
    RuleBatch batch() {
        return batch;
    }

    /// One at a time: a key that is held down creates one rule.
    void createOnce(Callable<RuleRecord> made) {
        if (creating) {
            return;
        }
        creating = true;
        taskRunner.run(strings.text("rules.working"), made, this::onCreated, problem -> {
            creating = false;
            failed(problem);
        });
    }

    private void onCreated(RuleRecord record) {
        creating = false;
        fresh = Optional.of(record.id().toString());
        select(record.id());
    }

    void select(RuleId rule) {
        typed.set("");
        selected.set(Optional.of(rule.toString()));
        refreshLocal();
    }

    /// Deletes the rule; the banner can undo this for ten seconds.
    void delete(RuleRecord record) {
        batch.delete(List.of(record));
    }

    /// Takes deleted rules from the list, and reads the VMS when they can be undone no longer.
    void hideDeleted(List<RuleId> deleted) {
        selected.set(Optional.empty());
        deleted.forEach(rule -> list.remove(rule.toString()));
        sweep.playFromStart();
    }

    void export(List<RuleDraft> drafts, Path file) {
        run(
                () -> RuleImport.write(parts.get().flow(), drafts, file),
                _ -> port.showBanner(Banner.done(strings.text("rules.exported", drafts.size()))));
    }

    void importFrom(List<Path> files) {
        notImported.set(List.of());
        run(() -> RuleImport.read(parts.get().flow(), files, strings), report -> {
            port.showBanner(report.banner(strings));
            report.last().ifPresent(this::select);
            notImported.set(report.notImported());
        });
    }

    /// All local rules, in the order of the list.
    List<RuleRow> own() {
        return list.own();
    }

    /// The drafts of all local rules, in the order of the list.
    List<RuleDraft> drafts() {
        return list.drafts();
    }

    <T> void run(Callable<T> task, Consumer<T> done) {
        taskRunner.run(strings.text("rules.working"), task, done, this::failed);
    }

    <T> void quietly(Callable<T> task, Consumer<T> done) {
        taskRunner.runUnlisted(task, done, this::failed);
    }

    void failed(Problem problem) {
        if (!problem.code().equals("ui.cancelled")) {
            port.showProblem(problem);
        }
    }

    TaskRunner work() {
        return taskRunner;
    }
}
