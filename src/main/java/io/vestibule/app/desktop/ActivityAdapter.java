package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.base.Problem;
import io.vestibule.doctor.Remedy;
import io.vestibule.doctor.SelfTestStep;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.journal.JobRecord;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepKind;
import io.vestibule.journal.ui.ActivityPort;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.Undo;
import io.vestibule.rules.RuleStep;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Banner;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Gives the Activity screen the people that the journal's jobs are about, and their names and photos.
final class ActivityAdapter implements ActivityPort {

    /// Problem codes of ordinary delays: the service causes them every day.
    private static final Set<String> USUAL = Set.of(
            "doctor.busy",
            "enrol.updating",
            "enrol.not-visible-yet",
            "enrol.still-joining",
            "enrol.waits-for-connection",
            "rules.may-come-back");

    private final Application application;
    private final ScreenAdapter screenAdapter;
    private final Strings strings;

    ActivityAdapter(Application application, ScreenAdapter screenAdapter, Strings strings) {
        this.application = application;
        this.screenAdapter = screenAdapter;
        this.strings = strings;
    }

    @Override
    public Instant now() {
        return screenAdapter.now();
    }

    @Override
    public Optional<PersonSummary> personOf(JobRecord job) {
        return person(job)
                .map(person -> new PersonSummary(
                        person.name(),
                        application.storage().people().photos().findByPerson(person.id()).stream()
                                .findFirst()
                                .map(PhotoRecord::id)));
    }

    @Override
    public Optional<byte[]> picture(PhotoId photo) {
        return application.storage().people().photos().thumbnail(photo);
    }

    private Optional<Person> person(JobRecord job) {
        return job.steps().reversed().stream()
                .map(Step::subject)
                .distinct()
                .map(this::person)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// The subject of a step is a person, or a photo of one.
    private Optional<Person> person(String subject) {
        try {
            var id = UUID.fromString(subject);
            return screenAdapter
                    .person(new PersonId(id))
                    .or(() -> application
                            .storage()
                            .people()
                            .photos()
                            .find(new PhotoId(id))
                            .map(PhotoRecord::person)
                            .flatMap(screenAdapter::person));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public String jobText(JobRecord job) {
        if (has(job, EnrolStep.DELETE_PERSON)) {
            var removal = has(job, EnrolStep.DISASSOCIATE) ? "app.work.removal" : "app.work.merge";
            return strings.text(isExpiry(job) ? "app.work.expiry" : removal);
        }
        if (has(job, RuleStep.FOLLOW_PERSON)) {
            return strings.text("app.work.rules");
        }
        if (job.steps().stream().anyMatch(step -> Remedy.of(step.kind()).isPresent())) {
            return strings.text("app.work.remedy");
        }
        if (has(job, SelfTestStep.REPORT)) {
            return selfTest(job);
        }
        if (has(job, EnrolStep.ERASE_ELSEWHERE)) {
            return strings.text("app.work.elsewhere");
        }
        if (has(job, EnrolStep.ERASE_PHOTO)) {
            return strings.text(isExpiry(job) ? "app.work.photo-expiry" : "app.work.photo-removal");
        }
        if (has(job, EnrolStep.CARRY_PHOTO)) {
            return strings.text("app.work.transfer");
        }
        if (has(job, EnrolStep.ACCEPT_FACE)) {
            return strings.text("app.work.repair");
        }
        if (has(job, EnrolStep.DROP_REPLACED) && !has(job, EnrolStep.STORE_PHOTO)) {
            return strings.text("app.work.replacement");
        }
        if (has(job, EnrolStep.JOIN_FACE) || has(job, EnrolStep.RETURN_FACE)) {
            return strings.text("app.work.move");
        }
        return strings.text(has(job, EnrolStep.STORE_PHOTO) ? "app.work.enrolment" : "app.work.other");
    }

    private String selfTest(JobRecord job) {
        return job.steps().stream()
                .findFirst()
                .map(Step::subject)
                .map(UUID::fromString)
                .flatMap(application.doctor().galleryReports()::find)
                .map(report -> strings.text("app.work.self-test", report.mistaken(report.threshold()), report.faces()))
                .orElseGet(() -> strings.text("doctor.self-test.card"));
    }

    /// Whether nobody ordered it: a retention period was over.
    private static boolean isExpiry(JobRecord job) {
        return job.notStarted() && Duration.between(job.created(), job.due()).compareTo(Undo.WINDOW) > 0;
    }

    private static boolean has(JobRecord job, StepKind kind) {
        return job.steps().stream().anyMatch(kind::is);
    }

    @Override
    public String stepText(String kind) {
        if (kind.equals(RuleStep.FOLLOW_PERSON.key())) {
            return strings.text("app.rule-step.follow-person");
        }
        return EnrolStep.of(kind)
                .map(step -> strings.constant("app.step", step))
                .or(() -> SelfTestStep.REPORT.key().equals(kind)
                        ? Optional.of(strings.text("doctor.self-test.card"))
                        : Optional.empty())
                .or(() -> Remedy.of(kind).map(remedy -> strings.constant("doctor.remedy", remedy)))
                .orElseGet(() -> strings.text("app.other-step"));
    }

    @Override
    public boolean isExpectedWait(Problem problem) {
        return USUAL.contains(problem.code());
    }

    @Override
    public boolean mayRetry() {
        return screenAdapter.may(Permission.ENROL);
    }

    @Override
    public boolean mayGiveUp() {
        return screenAdapter.may(Permission.MANAGE_PEOPLE);
    }

    @Override
    public boolean canGiveUp(JobRecord job) {
        return job.current().isPresent() && job.steps().stream().allMatch(ActivityAdapter::canGiveUp);
    }

    private static boolean canGiveUp(Step step) {
        return RuleStep.FOLLOW_PERSON.is(step)
                || Remedy.of(step.kind()).isPresent()
                || EnrolStep.of(step.kind()).filter(kind -> !kind.erases()).isPresent();
    }

    @Override
    public boolean canUndo(JobRecord job) {
        // Only a job that was never started can be withdrawn, and of few of those the database has to be asked.
        return job.notStarted()
                && application.enrol().commands().findUndo(job.id()).isPresent();
    }

    @Override
    public boolean undo(JobRecord job) {
        return application.enrol().commands().findUndo(job.id()).map(Undo::undo).orElse(false);
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
        job.current().map(step -> PersonId.of(step.subject())).ifPresent(screenAdapter::resolveDuplicate);
    }

    @Override
    public boolean isCharged() {
        return application.engine().charged();
    }

    @Override
    public AutoCloseable onChange(Runnable changed) {
        return screenAdapter.onChange(changed);
    }

    @Override
    public void showBanner(Banner banner) {
        screenAdapter.showBanner(banner);
    }
}
