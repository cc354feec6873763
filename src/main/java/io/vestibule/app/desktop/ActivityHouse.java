package io.vestibule.app.desktop;

import io.vestibule.app.wiring.House;
import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.base.Problem;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.journal.JobRecord;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepKind;
import io.vestibule.journal.ui.ActivityDesk;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.Undo;
import io.vestibule.rules.RuleStep;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Banner;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Tells the screen Activity whom and what the journal's work is about.
final class ActivityHouse implements ActivityDesk {

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
        if (has(job, EnrolStep.DELETE_PERSON)) {
            return strings.text("app.work.removal");
        }
        if (has(job, RuleStep.FOLLOW_PERSON)) {
            return strings.text("app.work.rules");
        }
        if (has(job, EnrolStep.ERASE_ELSEWHERE)) {
            return strings.text("app.work.elsewhere");
        }
        if (has(job, EnrolStep.ERASE_PHOTO)) {
            return strings.text("app.work.photo-removal");
        }
        if (has(job, EnrolStep.CARRY_PHOTO)) {
            return strings.text("app.work.transfer");
        }
        return strings.text(has(job, EnrolStep.STORE_PHOTO) ? "app.work.enrolment" : "app.work.other");
    }

    private static boolean has(JobRecord job, StepKind kind) {
        return job.steps().stream().anyMatch(kind::is);
    }

    @Override
    public String stepWords(String kind) {
        if (kind.equals(RuleStep.FOLLOW_PERSON.key())) {
            return strings.text("app.rule-step.follow-person");
        }
        return EnrolStep.of(kind)
                .map(step -> strings.constant("app.step", step))
                .orElseGet(() -> strings.text("app.other-step"));
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
        return job.current().isPresent() && job.steps().stream().allMatch(ActivityHouse::canGiveUp);
    }

    private static boolean canGiveUp(Step step) {
        return RuleStep.FOLLOW_PERSON.is(step)
                || EnrolStep.of(step.kind()).filter(kind -> !kind.erases()).isPresent();
    }

    @Override
    public boolean canUndo(JobRecord job) {
        return job.untouched() && has(job, EnrolStep.DELETE_PERSON);
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
