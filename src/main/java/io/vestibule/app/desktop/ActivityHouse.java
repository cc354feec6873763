package io.vestibule.app.desktop;

import io.vestibule.app.wiring.House;
import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.base.Problem;
import io.vestibule.enrol.StepKind;
import io.vestibule.enrol.transfer.TransferSteps;
import io.vestibule.journal.JobRecord;
import io.vestibule.journal.Step;
import io.vestibule.journal.ui.ActivityDesk;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.Undo;
import io.vestibule.rules.person.FollowSteps;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Banner;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Tells the screen Activity whom and what the journal's work is about.
final class ActivityHouse implements ActivityDesk {

    private static final Map<String, String> STEPS = Map.ofEntries(
            Map.entry(StepKind.STORE_PHOTO, "app.step.store-photo"),
            Map.entry(TransferSteps.CARRY_PHOTO, "app.step.carry-photo"),
            Map.entry(StepKind.INDEX_PHOTO, "app.step.index-photo"),
            Map.entry(StepKind.ERASE_PHOTO, "app.step.erase-photo"),
            Map.entry(StepKind.SEARCH_FIRST, "app.step.search-first"),
            Map.entry(StepKind.FREE_FACE, "app.step.free-face"),
            Map.entry(StepKind.JOIN_FACE, "app.step.join-face"),
            Map.entry(StepKind.RETURN_FACE, "app.step.return-face"),
            Map.entry(StepKind.ACCEPT_FACE, "app.step.accept-face"),
            Map.entry(StepKind.CHECK_JOINED, "app.step.check-joined"),
            Map.entry(StepKind.GO_ON, "app.step.go-on"),
            Map.entry(StepKind.DROP_REPLACED, "app.step.drop-replaced"),
            Map.entry(StepKind.CREATE_USER, "app.step.create-user"),
            Map.entry(StepKind.ASSOCIATE_FIRST, "app.step.associate-first"),
            Map.entry(StepKind.ASSOCIATE_REST, "app.step.associate-rest"),
            Map.entry(StepKind.FOLLOW_USER, "app.step.follow-user"),
            Map.entry(StepKind.DISASSOCIATE, "app.step.disassociate"),
            Map.entry(StepKind.DELETE_FACES, "app.step.delete-faces"),
            Map.entry(StepKind.DELETE_USER, "app.step.delete-user"),
            Map.entry(StepKind.DELETE_PERSON, "app.step.delete-person"),
            Map.entry(StepKind.ERASE_ELSEWHERE, "app.step.erase-elsewhere"),
            Map.entry(FollowSteps.FOLLOW_PERSON, "app.step.follow-person"));

    /// Giving one of these up would leave a face in the collection that nobody here could name any more.
    private static final Set<String> ERASING = Set.of(
            StepKind.ERASE_PHOTO,
            StepKind.FREE_FACE,
            StepKind.DISASSOCIATE,
            StepKind.DELETE_FACES,
            StepKind.DELETE_USER,
            StepKind.DELETE_PERSON,
            StepKind.ERASE_ELSEWHERE);

    /// The service takes its time for these every day.
    private static final Set<String> USUAL = Set.of(
            "enrol.updating",
            "enrol.not-visible-yet",
            "enrol.still-joining",
            "enrol.waits-for-connection",
            "rules.may-come-back");

    private final House house;
    private final Desk desk;
    private final Strings strings;

    ActivityHouse(House house, Desk desk, Strings strings) {
        this.house = house;
        this.desk = desk;
        this.strings = strings;
    }

    @Override
    public Instant now() {
        return desk.now();
    }

    @Override
    public Optional<Who> who(JobRecord job) {
        return person(job)
                .map(person -> new Who(
                        person.name(),
                        house.cellar().people().photos().of(person.id()).stream()
                                .findFirst()
                                .map(PhotoRecord::id)));
    }

    @Override
    public Optional<byte[]> picture(PhotoId photo) {
        return house.cellar().people().photos().thumbnail(photo);
    }

    private Optional<Person> person(JobRecord job) {
        return job.steps().reversed().stream()
                .map(Step::subject)
                .distinct()
                .map(this::person)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// A step is about a person, or about a photo of one.
    private Optional<Person> person(String subject) {
        try {
            var id = UUID.fromString(subject);
            return desk.person(new PersonId(id))
                    .or(() -> house.cellar()
                            .people()
                            .photos()
                            .find(new PhotoId(id))
                            .map(PhotoRecord::person)
                            .flatMap(desk::person));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public String jobWords(JobRecord job) {
        var kinds = job.steps().stream().map(Step::kind).collect(Collectors.toSet());
        if (kinds.contains(StepKind.DELETE_PERSON)) {
            return strings.text("app.work.removal");
        }
        if (kinds.contains(FollowSteps.FOLLOW_PERSON)) {
            return strings.text("app.work.rules");
        }
        if (kinds.contains(StepKind.ERASE_ELSEWHERE)) {
            return strings.text("app.work.elsewhere");
        }
        if (kinds.contains(StepKind.ERASE_PHOTO)) {
            return strings.text("app.work.photo-removal");
        }
        if (kinds.contains(TransferSteps.CARRY_PHOTO)) {
            return strings.text("app.work.transfer");
        }
        return strings.text(kinds.contains(StepKind.STORE_PHOTO) ? "app.work.enrolment" : "app.work.other");
    }

    @Override
    public String stepWords(String kind) {
        return strings.text(STEPS.getOrDefault(kind, "app.step.other"));
    }

    @Override
    public boolean usual(Problem problem) {
        return USUAL.contains(problem.code());
    }

    @Override
    public boolean mayRetry() {
        return desk.may(Permission.ENROL);
    }

    @Override
    public boolean mayGiveUp() {
        return desk.may(Permission.MANAGE_PEOPLE);
    }

    @Override
    public boolean canGiveUp(JobRecord job) {
        return job.current().isPresent()
                && job.steps().stream()
                        .map(Step::kind)
                        .allMatch(kind -> STEPS.containsKey(kind) && !ERASING.contains(kind));
    }

    @Override
    public boolean canUndo(JobRecord job) {
        return job.untouched()
                && job.steps().stream().anyMatch(step -> step.kind().equals(StepKind.DELETE_PERSON));
    }

    @Override
    public boolean undo(JobRecord job) {
        return house.enrol().commands().undoOf(job.id()).map(Undo::undo).orElse(false);
    }

    @Override
    public boolean canDecide(JobRecord job) {
        return job.current()
                .flatMap(Step::problem)
                .filter(problem -> problem.code().equals("enrol.looks-enrolled"))
                .isPresent();
    }

    @Override
    public void decide(JobRecord job) {
        job.current().map(step -> PersonId.of(step.subject())).ifPresent(desk::decide);
    }

    @Override
    public boolean charged() {
        return house.engine().charged();
    }

    @Override
    public AutoCloseable onChange(Runnable changed) {
        return desk.onChange(changed);
    }

    @Override
    public void tell(Banner banner) {
        desk.tell(banner);
    }
}
