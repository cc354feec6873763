package io.vestibule.enrol.repair;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.CompanyCollections;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.EnrolSettings;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.enrol.FaceService;
import io.vestibule.enrol.change.AcceptFlow;
import io.vestibule.enrol.change.RemoveFlow;
import io.vestibule.journal.run.NewStep;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.PersonCommands;
import io.vestibule.people.change.PhotoProblem;
import io.vestibule.people.change.PhotoProblem.Cause;
import io.vestibule.people.change.Repairs;
import io.vestibule.people.change.Undo;
import io.vestibule.vision.VectorModel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Repairs photo problems. Each repair is one transaction and, if the service has to be updated, one job.
public final class RepairFlow implements Repairs {

    private final EnrolContext context;
    private final PhotoProblemDetector detector;
    private final LookAlikeSearch lookAlikes;
    private final PersonCommands commands;
    private final RemoveFlow remove;
    private final AcceptFlow accept;

    private RepairFlow(
            EnrolContext enrolContext,
            PhotoProblemDetector photoProblemDetector,
            LookAlikeSearch lookAlikeSearch,
            PersonCommands commands,
            RemoveFlow remove) {
        this.context = enrolContext;
        this.detector = photoProblemDetector;
        this.lookAlikes = lookAlikeSearch;
        this.commands = commands;
        this.remove = remove;
        this.accept = new AcceptFlow(enrolContext);
    }

    /// The dependencies of the repairs.
    ///
    /// @param localModel the model that computed the stored vectors
    public record RepairDependencies(
            EnrolContext context,
            FaceService service,
            CompanyCollections collections,
            Supplier<EnrolSettings> settings,
            Supplier<VectorModel> localModel) {}

    public static RepairFlow create(RepairDependencies repairDependencies, PersonCommands commands, RemoveFlow remove) {
        var enrolContext = repairDependencies.context();
        var photoSimilarity = new PhotoSimilarity(enrolContext.people().vectors(), repairDependencies.localModel());
        return new RepairFlow(
                enrolContext,
                new PhotoProblemDetector(
                        enrolContext, repairDependencies.collections(), repairDependencies.settings(), photoSimilarity),
                new LookAlikeSearch(
                        enrolContext,
                        repairDependencies.service(),
                        repairDependencies.collections(),
                        repairDependencies.settings()),
                commands,
                remove);
    }

    @Override
    public List<PhotoProblem> problemsOf(PersonId person) {
        return context.people()
                .persons()
                .find(person)
                .filter(known -> known.removed().isEmpty())
                .map(detector::detect)
                .orElse(List.of());
    }

    @Override
    public Optional<PhotoProblem> problemOf(PhotoId photo) {
        return context.people()
                .photos()
                .find(photo)
                .map(PhotoRecord::person)
                .flatMap(person -> problemsOf(person).stream()
                        .filter(photoProblem -> photoProblem.photo().equals(Optional.of(photo)))
                        .findFirst());
    }

    @Override
    public List<PersonId> searchLookAlikes(PhotoId photo) {
        return lookAlikes.search(photo).stream().map(Person::id).toList();
    }

    @Override
    public Optional<Undo> repair(PhotoProblem photoProblem, PhotoProblem.Remedy remedy) {
        context.session().require(Permission.ENROL);
        if (remedy.repair() != PhotoProblem.Repair.WAIT) {
            context.people()
                    .persons()
                    .find(photoProblem.person())
                    .map(Person::kind)
                    .ifPresent(context::requireWatchPermission);
        }
        var offered = photoProblem.remedies().stream()
                .map(PhotoProblem.Remedy::repair)
                .anyMatch(remedy.repair()::equals);
        if (!offered) {
            throw new IllegalArgumentException("Not a remedy of this trouble: " + remedy.repair());
        }
        var current = current(photoProblem);
        return switch (remedy.repair()) {
            case RETAKE -> throw new IllegalArgumentException("Another photo is taken on another screen");
            case MOVE -> Optional.of(commands.move(photo(photoProblem), person(remedy)));
            case MERGE -> Optional.of(commands.merge(photoProblem.person(), person(remedy)));
            case INDEX_AGAIN -> indexAgain(photoProblem.person(), photo(photoProblem));
            case ACCEPT_LOWER -> Optional.of(acceptLower(current));
            case DROP_WEAKEST -> Optional.of(dropWeakest(photoProblem, remedy));
            case WAIT -> pollStatus(photoProblem.person());
            case REMOVE -> Optional.of(commands.removePhoto(photo(photoProblem)));
            case KEEP -> keep(photoProblem);
        };
    }

    /// The problem shown on the screen may be outdated by now.
    private PhotoProblem current(PhotoProblem photoProblem) {
        var now = photoProblem
                .photo()
                .map(this::problemOf)
                .orElseGet(() -> problemsOf(photoProblem.person()).stream()
                        .filter(other -> other.photo().isEmpty())
                        .findFirst());
        return now.filter(other ->
                        other.cause().getClass() == photoProblem.cause().getClass())
                .orElseThrow(() -> new EnrolException("enrol.repair-over"));
    }

    private static PhotoId photo(PhotoProblem photoProblem) {
        return photoProblem.photo().orElseThrow(() -> new IllegalArgumentException("A repair of no photo"));
    }

    private static PersonId person(PhotoProblem.Remedy remedy) {
        return remedy.person().orElseThrow(() -> new IllegalArgumentException("Nobody was chosen"));
    }

    private Optional<Undo> indexAgain(PersonId person, PhotoId photo) {
        context.database().transaction(() -> {
            context.people().photos().lockOwner(photo);
            faces(person, photo)
                    .forEach(face -> context.people().collections().saveFace(face.withState(FaceState.STORED)));
            context.log().append("photo.indexed-again", photo.toString());
            context.journal()
                    .add(
                            context.companyOf(person),
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
        return detector.faces(person).stream()
                .filter(face -> face.photo().equals(photo))
                .toList();
    }

    private Undo acceptLower(PhotoProblem photoProblem) {
        context.session().require(Permission.ACCEPT_LOWER);
        if (photoProblem.cause() instanceof Cause.LowMatch low && PhotoProblemDetector.isImpostor(low.confidence())) {
            throw new EnrolException("enrol.accept-too-low");
        }
        return accept.accept(photo(photoProblem));
    }

    private Undo dropWeakest(PhotoProblem photoProblem, PhotoProblem.Remedy remedy) {
        var weakest = remedy.photo().orElseThrow(() -> new IllegalArgumentException("No photo was chosen"));
        var owner = context.people().photos().find(weakest).map(PhotoRecord::person);
        if (!owner.equals(Optional.of(photoProblem.person())) || weakest.equals(photo(photoProblem))) {
            throw new IllegalArgumentException("Another photo of the same person makes room");
        }
        return remove.removePhoto(
                weakest,
                List.of(
                        step(EnrolStep.JOIN_FACE, photo(photoProblem)),
                        step(EnrolStep.GO_ON, photo(photoProblem)),
                        step(EnrolStep.FOLLOW_USER, photoProblem.person())));
    }

    private Optional<Undo> pollStatus(PersonId person) {
        var open = context.journal().openStepsFor(person.toString());
        if (open.isEmpty()) {
            context.journal()
                    .add(context.companyOf(person), List.of(step(EnrolStep.FOLLOW_USER, person)), Duration.ZERO);
        } else {
            commands.retry(person);
        }
        return Optional.empty();
    }

    private Optional<Undo> keep(PhotoProblem photoProblem) {
        var photo = photo(photoProblem);
        context.database().transaction(() -> {
            if (photoProblem.cause() instanceof Cause.AlreadyThere) {
                faces(photoProblem.person(), photo)
                        .forEach(face -> context.people().collections().saveFace(face.withState(FaceState.ASSOCIATED)));
            } else {
                context.people()
                        .photos()
                        .setAccepted(photo, Optional.of(context.clock().instant()));
                context.log().append("photo.left-as-is", photo.toString());
            }
        });
        return Optional.empty();
    }

    private static NewStep step(EnrolStep kind, PhotoId photo) {
        return new NewStep(kind, photo.toString());
    }

    private static NewStep step(EnrolStep kind, PersonId person) {
        return new NewStep(kind, person.toString());
    }
}
