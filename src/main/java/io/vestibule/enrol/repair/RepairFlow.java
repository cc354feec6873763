package io.vestibule.enrol.repair;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.Collections;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.EnrolSettings;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.enrol.Records;
import io.vestibule.enrol.Service;
import io.vestibule.enrol.change.RemoveFlow;
import io.vestibule.journal.run.NewStep;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.PersonCommands;
import io.vestibule.people.change.Repairs;
import io.vestibule.people.change.Trouble;
import io.vestibule.people.change.Trouble.Fault;
import io.vestibule.people.change.Undo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Mends what is wrong with photos. Each repair is one transaction and, where the service has to follow, one job.
public final class RepairFlow implements Repairs {

    private final Records records;
    private final Diagnosis diagnosis;
    private final Likeness likeness;
    private final PersonCommands commands;
    private final RemoveFlow remove;

    private RepairFlow(
            Records records, Diagnosis diagnosis, Likeness likeness, PersonCommands commands, RemoveFlow remove) {
        this.records = records;
        this.diagnosis = diagnosis;
        this.likeness = likeness;
        this.commands = commands;
        this.remove = remove;
    }

    /// What the repairs look at.
    ///
    /// @param eyes name of the engine of this machine
    public record Sources(
            Records records,
            Service service,
            Collections collections,
            Supplier<EnrolSettings> settings,
            Supplier<String> eyes) {}

    public static RepairFlow of(Sources sources, PersonCommands commands, RemoveFlow remove) {
        var records = sources.records();
        var resemblance = new Resemblance(records.people().vectors(), sources.eyes());
        return new RepairFlow(
                records,
                new Diagnosis(records, sources.collections(), sources.settings(), resemblance),
                new Likeness(records, sources.service(), sources.collections(), sources.settings()),
                commands,
                remove);
    }

    @Override
    public List<Trouble> of(PersonId person) {
        return records.people()
                .persons()
                .find(person)
                .filter(known -> known.removed().isEmpty())
                .map(diagnosis::of)
                .orElse(List.of());
    }

    @Override
    public Optional<Trouble> of(PhotoId photo) {
        return records.people()
                .photos()
                .find(photo)
                .map(PhotoRecord::person)
                .flatMap(person -> of(person).stream()
                        .filter(trouble -> trouble.photo().equals(Optional.of(photo)))
                        .findFirst());
    }

    @Override
    public List<PersonId> shows(PhotoId photo) {
        return likeness.of(photo).stream().map(Person::id).toList();
    }

    @Override
    public Optional<Undo> repair(Trouble trouble, Trouble.Remedy remedy) {
        records.session().require(Permission.ENROL);
        var offered = trouble.remedies().stream().map(Trouble.Remedy::repair).anyMatch(remedy.repair()::equals);
        if (!offered) {
            throw new IllegalArgumentException("Not a remedy of this trouble: " + remedy.repair());
        }
        check(trouble);
        return switch (remedy.repair()) {
            case RETAKE -> throw new IllegalArgumentException("Another photo is taken on another screen");
            case MOVE -> Optional.of(commands.move(photo(trouble), person(remedy)));
            case MERGE -> Optional.of(commands.merge(trouble.person(), person(remedy)));
            case INDEX_AGAIN -> indexAgain(trouble.person(), photo(trouble));
            case ACCEPT_LOWER -> acceptLower(trouble.person(), photo(trouble));
            case DROP_WEAKEST -> Optional.of(dropWeakest(trouble, remedy));
            case WAIT -> look(trouble.person());
            case DISMISS -> dismiss(trouble);
        };
    }

    /// What was shown on a screen may be over by now.
    private void check(Trouble trouble) {
        var now = trouble.photo()
                .map(this::of)
                .orElseGet(() -> of(trouble.person()).stream()
                        .filter(other -> other.photo().isEmpty())
                        .findFirst());
        if (now.filter(other -> other.fault().getClass() == trouble.fault().getClass())
                .isEmpty()) {
            throw new EnrolException("enrol.repair-over");
        }
    }

    private static PhotoId photo(Trouble trouble) {
        return trouble.photo().orElseThrow(() -> new IllegalArgumentException("A repair of no photo"));
    }

    private static PersonId person(Trouble.Remedy remedy) {
        return remedy.person().orElseThrow(() -> new IllegalArgumentException("Nobody was chosen"));
    }

    private Optional<Undo> indexAgain(PersonId person, PhotoId photo) {
        records.database().transaction(() -> {
            records.people().photos().hold(photo);
            faces(person, photo).forEach(face -> records.people().collections().put(face.in(FaceState.STORED)));
            records.log().append("photo.indexed-again", photo.toString());
            records.journal()
                    .add(
                            List.of(
                                    step(EnrolStep.STORE_PHOTO, photo),
                                    step(EnrolStep.INDEX_PHOTO, photo),
                                    step(EnrolStep.CREATE_USER, person),
                                    step(EnrolStep.JOIN_FACE, photo),
                                    step(EnrolStep.GO_ON, photo),
                                    step(EnrolStep.FOLLOW_USER, person)),
                            Duration.ZERO);
        });
        return Optional.empty();
    }

    private List<IndexedFace> faces(PersonId person, PhotoId photo) {
        return diagnosis.faces(person).stream()
                .filter(face -> face.photo().equals(photo))
                .toList();
    }

    private Optional<Undo> acceptLower(PersonId person, PhotoId photo) {
        records.session().require(Permission.ACCEPT_LOWER);
        records.database().transaction(() -> {
            records.log().append("photo.accepted-lower", photo.toString());
            records.journal()
                    .add(
                            List.of(
                                    step(EnrolStep.ACCEPT_FACE, photo),
                                    step(EnrolStep.GO_ON, photo),
                                    step(EnrolStep.FOLLOW_USER, person)),
                            Duration.ZERO);
        });
        return Optional.empty();
    }

    private Undo dropWeakest(Trouble trouble, Trouble.Remedy remedy) {
        var weakest = remedy.photo().orElseThrow(() -> new IllegalArgumentException("No photo was chosen"));
        var owner = records.people().photos().find(weakest).map(PhotoRecord::person);
        if (!owner.equals(Optional.of(trouble.person())) || weakest.equals(photo(trouble))) {
            throw new IllegalArgumentException("Another photo of the same person makes room");
        }
        return remove.removePhoto(
                weakest,
                List.of(
                        step(EnrolStep.JOIN_FACE, photo(trouble)),
                        step(EnrolStep.GO_ON, photo(trouble)),
                        step(EnrolStep.FOLLOW_USER, trouble.person())));
    }

    private Optional<Undo> look(PersonId person) {
        var open = records.journal().openFor(person.toString());
        if (open.isEmpty()) {
            records.journal().add(List.of(step(EnrolStep.FOLLOW_USER, person)), Duration.ZERO);
        } else {
            commands.retry(person);
        }
        return Optional.empty();
    }

    private Optional<Undo> dismiss(Trouble trouble) {
        var photo = photo(trouble);
        return switch (trouble.fault()) {
            case Fault.FarFromOthers _ -> {
                records.database().transaction(() -> {
                    records.people().photos().setAccepted(photo, records.clock().instant());
                    records.log().append("photo.left-as-is", photo.toString());
                });
                yield Optional.empty();
            }
            case Fault.AlreadyThere _ -> {
                records.database()
                        .transaction(() -> faces(trouble.person(), photo)
                                .forEach(face -> records.people().collections().put(face.in(FaceState.ASSOCIATED))));
                yield Optional.empty();
            }
            case Fault.LowMatch _,
                    Fault.DifferentUser _,
                    Fault.FaceNotFound _,
                    Fault.UserFull _,
                    Fault.Unindexed _,
                    Fault.Updating _ -> Optional.of(commands.removePhoto(photo));
        };
    }

    private static NewStep step(EnrolStep kind, PhotoId photo) {
        return new NewStep(kind, photo.toString());
    }

    private static NewStep step(EnrolStep kind, PersonId person) {
        return new NewStep(kind, person.toString());
    }
}
