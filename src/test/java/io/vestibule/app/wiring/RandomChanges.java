package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.enrol.PhotoIntake;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.people.change.Undo;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Random changes of people, with a model of who should have which photos afterwards.
final class RandomChanges {

    private final Application application;
    private final ShiftedClock clock;
    private final Random random;
    private final int seed;
    private final Cascade cascade;
    private final Map<PersonId, Set<PhotoId>> model = new LinkedHashMap<>();
    private final Deque<Runnable> back = new ArrayDeque<>();
    private int round;

    /// Makes a change of somebody whom rules may name.
    interface Cascade {
        Undo change(PersonId person, Optional<PersonId> replacement, Supplier<Undo> change);
    }

    RandomChanges(Application application, ShiftedClock clock, int seed) {
        this(application, clock, seed, (_, _, change) -> change.get());
    }

    RandomChanges(Application application, ShiftedClock clock, int seed, Cascade cascade) {
        this.application = application;
        this.clock = clock;
        this.random = new Random(seed);
        this.seed = seed;
        this.cascade = cascade;
    }

    /// The people who should exist, with their photos.
    Map<PersonId, Set<PhotoId>> model() {
        return model;
    }

    /// @return what was done
    String step() {
        return switch (random.nextInt(13)) {
            case 0, 1 -> enrol();
            case 12 -> enrolAgain(DuplicateDecision.SamePerson::new);
            case 2, 3, 4 -> move();
            case 5 -> merge();
            case 6 -> removePhoto();
            case 7 -> remove();
            case 8, 9 -> undo();
            case 10 -> edit();
            default -> wait(random.nextInt(14));
        };
    }

    String enrol() {
        // Mostly one face, so that the service accepts what is moved; another person's now and then, which it
        // rejects.
        var photos = random.nextInt(4) == 0
                ? other()
                : TestApplication.freshPhotos(application, 1 + random.nextInt(3), seed * 1000 + round++);
        var enrolment = application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, "Person " + model.size()),
                        photos,
                        new DuplicateDecision.NoDuplicate());
        model.put(enrolment.person(), ids(enrolment.person()));
        return "enrolled";
    }

    /// Enrols somebody again, and replaces their photos. Not among [#step], since the photos before are kept if one
    /// of the new ones is refused, which the model does not know.
    String update() {
        return enrolAgain(DuplicateDecision.UpdatedPerson::new);
    }

    private String enrolAgain(Function<PersonId, DuplicateDecision> decision) {
        var known = anybody(0);
        if (known.isEmpty()) {
            return "nobody to enrol again";
        }
        var before = Set.copyOf(of(known.get()));
        var photos = TestApplication.freshPhotos(application, 1 + random.nextInt(2), seed * 1000 + round++);
        application
                .enrol()
                .enrol()
                .save(TestApplication.visitor(application, "Somebody"), photos, decision.apply(known.get()));
        model.put(known.get(), ids(known.get()));
        back.push(() -> model.put(known.get(), new LinkedHashSet<>(before)));
        return "enrolled somebody again";
    }

    private List<DraftPhoto> other() {
        var sample = SampleFlow.SAMPLES.get(1 + random.nextInt(2));
        return sample.photos().stream()
                .map(path -> application.enrol().intake().process(SampleFlow.read(path)))
                .flatMap(intakeResult -> intakeResult instanceof PhotoIntake.IntakeResult.Accepted(DraftPhoto photo)
                        ? Stream.of(photo)
                        : Stream.of())
                .toList();
    }

    private Set<PhotoId> ids(PersonId person) {
        var ids = new LinkedHashSet<PhotoId>();
        application.storage().people().photos().findByPerson(person).stream()
                .map(PhotoRecord::id)
                .forEach(ids::add);
        return ids;
    }

    private String move() {
        var from = anybody(1);
        var to = anybody(0);
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            return "nobody to move a photo from or to";
        }
        var photo = any(List.copyOf(model.getOrDefault(from.get(), Set.of())));
        application.enrol().commands().move(photo, to.get());
        give(photo, from.get(), to.get());
        back.push(() -> give(photo, to.get(), from.get()));
        return "moved a photo";
    }

    private void give(PhotoId photo, PersonId from, PersonId to) {
        model.getOrDefault(from, new LinkedHashSet<>()).remove(photo);
        model.computeIfAbsent(to, _ -> new LinkedHashSet<>()).add(photo);
    }

    private String merge() {
        var from = anybody(0);
        var into = anybody(0);
        if (from.isEmpty() || into.isEmpty() || from.equals(into)) {
            return "nobody to merge";
        }
        var _ = cascade.change(
                from.get(), into, () -> application.enrol().commands().merge(from.get(), into.get()));
        var theirs = Optional.ofNullable(model.remove(from.get())).orElseThrow();
        of(into.get()).addAll(theirs);
        back.push(() -> {
            of(into.get()).removeAll(theirs);
            model.put(from.get(), theirs);
        });
        return "merged";
    }

    private String removePhoto() {
        var person = anybody(1);
        if (person.isEmpty()) {
            return "no photo to remove";
        }
        var photo = any(List.copyOf(of(person.get())));
        application.enrol().commands().removePhoto(photo);
        of(person.get()).remove(photo);
        back.push(() -> of(person.get()).add(photo));
        return "removed a photo";
    }

    private String remove() {
        var person = anybody(0);
        if (person.isEmpty()) {
            return "nobody to remove";
        }
        var _ = cascade.change(
                person.get(),
                Optional.empty(),
                () -> application.enrol().commands().remove(person.get()));
        var theirs = Optional.ofNullable(model.remove(person.get())).orElseThrow();
        back.push(() -> model.put(person.get(), theirs));
        return "removed somebody";
    }

    private String edit() {
        var person = anybody(0);
        if (person.isEmpty()) {
            return "nobody to edit";
        }
        var known = TestApplication.person(application, person.get());
        var edit = PersonEdit.of(known);
        application
                .enrol()
                .commands()
                .edit(
                        known.id(),
                        new PersonEdit(
                                known.name() + "+", edit.kind(), edit.contact(), edit.sites(), "x", edit.expires()));
        back.push(() -> {});
        return "edited";
    }

    private String undo() {
        var open = application.enrol().commands().undoable();
        if (open.isEmpty() || back.isEmpty()) {
            return "nothing to undo";
        }
        assertThat(open).hasSizeLessThanOrEqualTo(back.size());
        assertThat(open.getFirst().undo())
                .as("undo of %s", open.getFirst().kind())
                .isTrue();
        back.pop().run();
        return "undid " + open.getFirst().kind();
    }

    private String wait(int seconds) {
        clock.forward(Duration.ofSeconds(seconds));
        application.enrol().runner().wake();
        if (application.enrol().commands().undoable().isEmpty()) {
            back.clear();
        }
        return "waited " + seconds + " s";
    }

    private Set<PhotoId> of(PersonId person) {
        return Objects.requireNonNull(model.get(person));
    }

    private Optional<PersonId> anybody(int photos) {
        var able = model.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= photos)
                .map(Map.Entry::getKey)
                .toList();
        return able.isEmpty() ? Optional.empty() : Optional.of(any(able));
    }

    private <T> T any(List<T> choices) {
        return new ArrayList<>(choices).get(random.nextInt(choices.size()));
    }
}
