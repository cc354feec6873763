package io.vestibule.people.ui;

import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.people.People;
import io.vestibule.people.Person;
import io.vestibule.people.PersonStandings;
import io.vestibule.people.change.PersonCommands;
import io.vestibule.people.change.Undo;
import io.vestibule.ui.LatestWork;
import io.vestibule.ui.ProblemWords;
import io.vestibule.ui.Strings;
import io.vestibule.ui.Work;
import io.vestibule.ui.control.Banner;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who is found by what was typed, who of them is selected, and what can be done with them. FX thread only.
public final class PeopleModel {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleModel.class);
    private static final int LIMIT = 200;

    final StringProperty typed = new SimpleStringProperty("");
    final ObservableList<PersonRow> rows = FXCollections.observableArrayList();
    final ObjectProperty<Optional<PersonId>> selected = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<PersonDetail>> detail = new SimpleObjectProperty<>(Optional.empty());
    final BooleanProperty loaded = new SimpleBooleanProperty();
    final BooleanProperty more = new SimpleBooleanProperty();

    private final PeopleDesk desk;
    private final PersonCommands commands;
    private final Work work;
    private final Strings strings;
    private final LatestWork<String, List<PersonRow>> search;
    private final LatestWork<String, List<PersonRow>> reload;
    private final LatestWork<PersonId, Optional<PersonDetail>> details;
    private final PauseTransition gather = new PauseTransition(Duration.millis(200));
    private final AtomicBoolean changed = new AtomicBoolean();
    private Optional<AutoCloseable> subscription = Optional.empty();

    public PeopleModel(
            PeopleDesk desk,
            People people,
            PersonStandings standings,
            PersonCommands commands,
            Work work,
            Strings strings) {
        this.desk = desk;
        this.commands = commands;
        this.work = work;
        this.strings = strings;
        PeopleReader reader = new PeopleReader(desk, people, standings, strings);
        LatestWork.Question<String, List<PersonRow>> find = words -> reader.rows(words, LIMIT + 1);
        search = new LatestWork<>(work, Duration.millis(100), find, this::found, this::failed);
        reload = new LatestWork<>(work, Duration.ZERO, find, this::found, this::failed);
        details = new LatestWork<>(work, Duration.ZERO, reader::detail, detail::set, this::failed);
        typed.subscribe(words -> search.ask(words));
        search.stop();
        selected.addListener((_, _, now) -> readDetail(now));
        gather.setOnFinished(_ -> refresh());
    }

    void start() {
        if (subscription.isEmpty()) {
            subscription = Optional.of(desk.onChange(this::changed));
        }
        refresh();
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

    boolean mayRemove() {
        return desk.mayRemove();
    }

    void enrol() {
        desk.enrol();
    }

    /// Takes the person off the list at once; the banner takes it back.
    void remove(Person person) {
        rows.removeIf(row -> row.person().id().equals(person.id()));
        selected.set(Optional.empty());
        command(
                () -> commands.remove(person.id()),
                undo -> desk.tell(Banner.undoable(strings.text("people.removed", person.name()), () -> undo(undo))));
    }

    void removePhoto(PersonPhoto photo) {
        command(
                () -> commands.removePhoto(photo.id()),
                _ -> desk.tell(Banner.done(strings.text("people.photo-removed"))));
    }

    void retry(PersonId person) {
        command(
                () -> {
                    commands.retry(person);
                    return person;
                },
                _ -> {});
    }

    private void undo(Undo undo) {
        command(undo::undo, back -> {
            if (back) {
                selected.set(Optional.of(undo.person()));
            } else {
                desk.tell(Banner.info(strings.text("people.undo-late")));
            }
        });
    }

    private <T> void command(Callable<T> task, Consumer<T> done) {
        work.run(
                strings.text("people.working"),
                task,
                outcome -> {
                    done.accept(outcome);
                    refresh();
                },
                problem -> {
                    failed(problem);
                    refresh();
                });
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
        search.stop();
        reload.ask(typed.get());
        readDetail(selected.get());
    }

    private void found(List<PersonRow> all) {
        List<PersonRow> now = all.size() > LIMIT ? all.subList(0, LIMIT) : all;
        more.set(all.size() > LIMIT);
        if (people(now).equals(people(rows))) {
            for (int i = 0; i < now.size(); i++) {
                if (!now.get(i).equals(rows.get(i))) {
                    rows.set(i, now.get(i));
                }
            }
        } else {
            rows.setAll(now);
        }
        loaded.set(true);
    }

    private static List<PersonId> people(List<PersonRow> rows) {
        return rows.stream().map(row -> row.person().id()).toList();
    }

    private void readDetail(Optional<PersonId> person) {
        person.ifPresentOrElse(details::ask, () -> {
            details.stop();
            detail.set(Optional.empty());
        });
    }

    private void failed(Problem problem) {
        loaded.set(true);
        ProblemWords words = strings.problem(problem);
        desk.tell(new Banner(
                Banner.Tone.PROBLEM, words.what() + " " + words.advice(), Optional.empty(), Optional.empty()));
    }
}
