package io.vestibule.people.ui;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.base.SiteId;
import io.vestibule.people.PersonKind;
import io.vestibule.people.PersonPage;
import io.vestibule.people.PersonQuery;
import io.vestibule.people.Site;
import io.vestibule.people.Standing;
import io.vestibule.people.ui.detail.PersonDetail;
import io.vestibule.people.ui.detail.PersonReader;
import io.vestibule.ui.LatestWork;
import io.vestibule.ui.Strings;
import io.vestibule.ui.Work;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who is found by what was typed and chosen, who of them is selected, and all about that one. FX thread only.
public final class PeopleModel {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleModel.class);

    /// What is asked of the list, without the company, which only the background knows.
    private record Wish(String typed, Optional<PersonKind> kind, Optional<Site> site, Optional<Standing.Group> group) {}

    private record Found(PersonQuery query, PersonPage page, List<Site> sites) {}

    final StringProperty typed = new SimpleStringProperty("");
    final ObjectProperty<Optional<PersonKind>> kind = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Site>> site = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Standing.Group>> group = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<List<Site>> sites = new SimpleObjectProperty<>(List.of());
    final PersonList list;
    final ObjectProperty<Optional<PersonId>> selected = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<PersonDetail>> detail = new SimpleObjectProperty<>(Optional.empty());
    /// Whose photo is to be mended next.
    final ObjectProperty<Optional<PersonId>> mending = new SimpleObjectProperty<>(Optional.empty());

    final BooleanProperty loaded = new SimpleBooleanProperty();

    /// Counts the answers to new questions: then the list begins anew.
    final ObjectProperty<Long> asked = new SimpleObjectProperty<>(0L);

    private final PeopleDesk desk;
    private final PeopleParts parts;
    private final Work work;
    private final Strings strings;
    private final FacePictures pictures;
    private final PersonActions actions;
    private final LatestWork<Wish, Found> search;
    private final LatestWork<Wish, Found> first;
    private final LatestWork<PersonId, Optional<PersonDetail>> details;
    private final PauseTransition gather = new PauseTransition(Duration.millis(250));
    private final AtomicBoolean changed = new AtomicBoolean();
    private Map<SiteId, String> siteNames = Map.of();
    private Optional<AutoCloseable> subscription = Optional.empty();

    public PeopleModel(PeopleDesk desk, PeopleParts parts, Work work, Strings strings) {
        this.desk = desk;
        this.parts = parts;
        this.work = work;
        this.strings = strings;
        pictures = new FacePictures(parts.people().photos(), work);
        actions = new PersonActions(desk, parts, work, strings, this::done);
        list = new PersonList(this::read);
        LatestWork.Question<Wish, Found> find = this::find;
        search = new LatestWork<>(work, Duration.millis(100), find, this::found, this::failed);
        first = new LatestWork<>(work, Duration.ZERO, find, this::found, this::failed);
        PersonReader reader = new PersonReader(desk, parts, strings);
        details = new LatestWork<>(work, Duration.ZERO, reader::detail, this::described, this::failed);
        typed.addListener((_, _, _) -> search.ask(wish()));
        kind.addListener((_, _, _) -> again());
        site.addListener((_, _, _) -> again());
        group.addListener((_, _, _) -> again());
        selected.addListener((_, _, _) -> readDetail());
        gather.setOnFinished(_ -> refresh());
    }

    void start() {
        if (subscription.isEmpty()) {
            subscription = Optional.of(desk.onPeopleChange(this::changed));
        }
        if (loaded.get()) {
            refresh();
        } else {
            again();
        }
    }

    void stop() {
        gather.stop();
        subscription.ifPresent(open -> {
            try {
                open.close();
            } catch (Exception e) {
                LOG.warn("The subscription to changes did not close", e);
            }
        });
        subscription = Optional.empty();
    }

    PeopleDesk desk() {
        return desk;
    }

    PeopleParts parts() {
        return parts;
    }

    Work work() {
        return work;
    }

    FacePictures pictures() {
        return pictures;
    }

    PersonActions actions() {
        return actions;
    }

    /// Whether somebody was looked for, so that an empty list does not mean that nobody is there.
    boolean narrowed() {
        return !typed.get().isBlank()
                || kind.get().isPresent()
                || site.get().isPresent()
                || group.get().isPresent();
    }

    void widen() {
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
        String words = strings.constant("people.kind", row.kind());
        return at.isEmpty() ? words : words + " · " + at;
    }

    /// Shows this person, whatever is typed and chosen.
    void open(PersonId person, String name) {
        widen();
        typed.set(name);
        selected.set(Optional.of(person));
    }

    /// Shows this person as soon as the screen is open, with the card that mends the first photo that needs it.
    public void mend(PersonId person, String name) {
        mending.set(Optional.of(person));
        open(person, name);
        readDetail();
    }

    boolean mayRemove() {
        return desk.may(Permission.REMOVE_PEOPLE);
    }

    void remove(PersonId person, String name) {
        if (mayRemove()) {
            actions.remove(person, name);
        }
    }

    private Wish wish() {
        return new Wish(typed.get(), kind.get(), site.get(), group.get());
    }

    private void again() {
        search.stop();
        first.ask(wish());
    }

    private Found find(Wish wish) {
        PersonQuery query = new PersonQuery(
                desk.company(), wish.typed(), wish.kind(), wish.site().map(Site::id), wish.group());
        return new Found(query, parts.people().persons().page(query, Optional.empty(), PersonList.PAGE), desk.sites());
    }

    private void found(Found found) {
        siteNames = found.sites().stream().collect(Collectors.toMap(Site::id, Site::name));
        sites.set(found.sites());
        list.restart(found.query(), found.page());
        loaded.set(true);
        asked.set(asked.get() + 1);
    }

    private void read(PersonQuery query, Optional<PersonQuery.Key> from, int skip, Consumer<PersonPage> done) {
        work.quietly(
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

    /// Many changes come together while photos are worked in: they are read once, a moment after the first.
    private void changed() {
        if (changed.compareAndSet(false, true)) {
            work.onScreen(() -> {
                if (subscription.isPresent()) {
                    gather.playFromStart();
                } else {
                    changed.set(false);
                }
            });
        }
    }

    private void refresh() {
        changed.set(false);
        if (list.isEmpty()) {
            again();
        } else {
            list.refresh();
        }
        readDetail();
    }

    /// Something was done: show what became of it.
    private void done(Optional<PersonId> show) {
        if (!show.equals(selected.get())) {
            selected.set(show);
        } else {
            readDetail();
        }
        again();
    }

    private void readDetail() {
        selected.get().ifPresentOrElse(details::ask, () -> {
            details.stop();
            detail.set(Optional.empty());
        });
    }

    private void described(Optional<PersonDetail> now) {
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
