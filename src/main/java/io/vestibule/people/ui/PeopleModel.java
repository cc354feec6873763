package io.vestibule.people.ui;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.base.SiteId;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.PersonKind;
import io.vestibule.people.PersonPage;
import io.vestibule.people.PersonQuery;
import io.vestibule.people.Site;
import io.vestibule.people.ui.detail.PersonDetail;
import io.vestibule.people.ui.detail.PersonReader;
import io.vestibule.ui.LatestQuery;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// State of the screen: query and filters, the list, the selected person and their details. FX thread only.
public final class PeopleModel {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleModel.class);

    /// The list's query without the company, which is only read in the background.
    private record SearchCriteria(
            String typed,
            Optional<PersonKind> kind,
            Optional<Site> site,
            Optional<EnrolmentStatus.Group> group,
            PersonQuery.Order order) {}

    private record Found(PersonQuery query, PersonPage page, List<Site> sites) {}

    final StringProperty typed = new SimpleStringProperty("");
    final ObjectProperty<Optional<PersonKind>> kind = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Site>> site = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<EnrolmentStatus.Group>> group = new SimpleObjectProperty<>(Optional.empty());
    /// Another order than that of the names. While something is typed, the best match is first in any case.
    final ObjectProperty<Optional<PersonQuery.Order>> order = new SimpleObjectProperty<>(Optional.empty());

    final ObjectProperty<List<Site>> sites = new SimpleObjectProperty<>(List.of());
    final PersonList list;
    final ObjectProperty<Optional<PersonId>> selected = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<PersonDetail>> detail = new SimpleObjectProperty<>(Optional.empty());
    /// The person whose photo problem is to be opened next.
    final ObjectProperty<Optional<PersonId>> repairing = new SimpleObjectProperty<>(Optional.empty());

    /// Incremented after each change of a person; the view then moves the focus away from what is gone.
    final ObjectProperty<Long> acted = new SimpleObjectProperty<>(0L);

    final BooleanProperty loaded = new SimpleBooleanProperty();

    /// Incremented on each new result; the view then starts the list at its top.
    final ObjectProperty<Long> asked = new SimpleObjectProperty<>(0L);

    private final PeoplePort port;
    private final PeopleParts parts;
    private final TaskRunner taskRunner;
    private final Strings strings;
    private final ThumbnailLoader pictures;
    private final PersonActions actions;
    private final LatestQuery<SearchCriteria, Found> search;
    private final LatestQuery<SearchCriteria, Found> first;
    private final LatestQuery<PersonId, Optional<PersonDetail>> details;
    private final PauseTransition debounceTimer = new PauseTransition(Duration.millis(250));
    private final AtomicBoolean changed = new AtomicBoolean();
    private Map<SiteId, String> siteNames = Map.of();
    private Optional<PersonId> viewed = Optional.empty();
    private Optional<AutoCloseable> subscription = Optional.empty();

    public PeopleModel(PeoplePort port, PeopleParts parts, TaskRunner taskRunner, Strings strings) {
        this.port = port;
        this.parts = parts;
        this.taskRunner = taskRunner;
        this.strings = strings;
        pictures = new ThumbnailLoader(parts.people().photos(), taskRunner);
        actions = new PersonActions(port, parts, taskRunner, strings, this::done);
        list = new PersonList(this::read);
        LatestQuery.Question<SearchCriteria, Found> find = this::find;
        search = new LatestQuery<>(taskRunner, Duration.millis(100), find, this::found, this::failed);
        first = new LatestQuery<>(taskRunner, Duration.ZERO, find, this::found, this::failed);
        PersonReader reader = new PersonReader(port, parts, strings);
        details = new LatestQuery<>(taskRunner, Duration.ZERO, reader::detail, this::described, this::failed);
        typed.addListener((_, _, _) -> search.submit(criteria()));
        kind.addListener((_, _, _) -> searchNow());
        site.addListener((_, _, _) -> searchNow());
        group.addListener((_, _, _) -> searchNow());
        order.addListener((_, _, _) -> searchNow());
        selected.addListener((_, _, _) -> readDetail());
        debounceTimer.setOnFinished(_ -> refresh());
    }

    void start() {
        if (subscription.isEmpty()) {
            subscription = Optional.of(port.onPeopleChange(this::changed));
        }
        if (loaded.get()) {
            refresh();
        } else {
            searchNow();
        }
    }

    void stop() {
        debounceTimer.stop();
        subscription.ifPresent(open -> {
            try {
                open.close();
            } catch (Exception e) {
                LOG.warn("The subscription to changes did not close", e);
            }
        });
        subscription = Optional.empty();
    }

    PeoplePort port() {
        return port;
    }

    PeopleParts parts() {
        return parts;
    }

    TaskRunner work() {
        return taskRunner;
    }

    ThumbnailLoader pictures() {
        return pictures;
    }

    PersonActions actions() {
        return actions;
    }

    /// Whether a query or filter is set, so that an empty list does not mean that there are no people.
    boolean isFiltered() {
        return !typed.get().isBlank()
                || kind.get().isPresent()
                || site.get().isPresent()
                || group.get().isPresent();
    }

    void clearFilters() {
        kind.set(Optional.empty());
        site.set(Optional.empty());
        group.set(Optional.empty());
        typed.set("");
    }

    String about(PersonPage.Row row) {
        String at = row.sites().stream()
                .map(siteNames::get)
                .filter(name -> name != null)
                .sorted()
                .collect(Collectors.joining(", "));
        String detail = row.detail().isEmpty()
                ? strings.text(
                        "people.added",
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT)
                                .withLocale(strings.locale())
                                .format(row.added().atZone(ZoneId.systemDefault())))
                : row.detail();
        return Stream.of(strings.constant("people.kind", row.kind()), at, detail)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /// Selects this person, and replaces the current query and filters.
    void open(PersonId person, String name) {
        clearFilters();
        typed.set(name);
        selected.set(Optional.of(person));
    }

    /// Selects this person as soon as the screen is open, with the repair card of the first photo that has a
    /// problem.
    public void openRepair(PersonId person, String name) {
        repairing.set(Optional.of(person));
        open(person, name);
        readDetail();
    }

    /// Another operator takes over: what the previous one searched for and selected is not shown to them.
    public void forget() {
        repairing.set(Optional.empty());
        selected.set(Optional.empty());
        clearFilters();
        order.set(Optional.empty());
    }

    boolean mayRemove() {
        return port.may(Permission.REMOVE_PEOPLE);
    }

    void remove(PersonId person, String name) {
        if (mayRemove()) {
            actions.remove(person, name);
        }
    }

    private SearchCriteria criteria() {
        return new SearchCriteria(
                typed.get(), kind.get(), site.get(), group.get(), order.get().orElse(PersonQuery.Order.NAME));
    }

    private void searchNow() {
        search.stop();
        first.submit(criteria());
    }

    /// Runs the action once the list shows what was typed last.
    ///
    /// @param focused whether the search field has the focus; the action is dropped if it was left meanwhile
    void whenFound(ObservableBooleanValue focused, Runnable action) {
        search.whenAnswered(focused, action);
    }

    private Found find(SearchCriteria searchCriteria) {
        PersonQuery query = new PersonQuery(
                port.company(),
                searchCriteria.typed(),
                searchCriteria.kind(),
                searchCriteria.site().map(Site::id),
                searchCriteria.group(),
                searchCriteria.order());
        return new Found(query, parts.people().persons().page(query, Optional.empty(), PersonList.PAGE), port.sites());
    }

    private void found(Found found) {
        siteNames = found.sites().stream().collect(Collectors.toMap(Site::id, Site::name));
        sites.set(found.sites());
        list.restart(found.query(), found.page());
        // Beside a list without them, the details would be taken for those of somebody in it.
        if (list.complete()
                && selected.get().filter(one -> list.find(one).isEmpty()).isPresent()) {
            selected.set(Optional.empty());
        }
        loaded.set(true);
        asked.set(asked.get() + 1);
    }

    private void read(PersonQuery query, Optional<PersonQuery.Key> from, int skip, Consumer<PersonPage> done) {
        taskRunner.runUnlisted(
                () -> {
                    PersonPage page = parts.people().persons().page(query, from, PersonList.PAGE);
                    for (int i = 0; i < skip && page.next().isPresent(); i++) {
                        page = parts.people().persons().page(query, page.next(), PersonList.PAGE);
                    }
                    return page;
                },
                done,
                this::failed);
    }

    /// Debounced: many changes arrive together while photos are processed; they are read once, a moment after the
    /// first.
    private void changed() {
        if (changed.compareAndSet(false, true)) {
            taskRunner.runOnFxThread(() -> {
                if (subscription.isPresent()) {
                    debounceTimer.playFromStart();
                } else {
                    changed.set(false);
                }
            });
        }
    }

    private void refresh() {
        changed.set(false);
        if (list.isEmpty()) {
            searchNow();
        } else {
            list.refresh();
        }
        readDetail();
    }

    /// Selects the given person after an action, and reloads the list.
    private void done(Optional<PersonId> show) {
        if (!show.equals(selected.get())) {
            selected.set(show);
        } else {
            readDetail();
        }
        // The list keeps its place: only what is in view is read again.
        if (list.isEmpty()) {
            searchNow();
        } else {
            list.refresh();
        }
        acted.set(acted.get() + 1);
    }

    private void readDetail() {
        selected.get().ifPresentOrElse(details::submit, () -> {
            details.stop();
            viewed = Optional.empty();
            detail.set(Optional.empty());
        });
    }

    private void described(Optional<PersonDetail> now) {
        var person = now.map(shown -> shown.person().id());
        if (person.isPresent() && !person.equals(viewed)) {
            port.viewed(person.get());
        }
        viewed = person;
        detail.set(now);
        if (now.isEmpty()) {
            selected.set(Optional.empty());
        }
    }

    private void failed(Problem problem) {
        loaded.set(true);
        actions.failed(problem);
    }
}
