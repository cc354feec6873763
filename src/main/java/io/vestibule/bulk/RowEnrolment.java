package io.vestibule.bulk;

import io.vestibule.audit.AuditException;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.base.Problem;
import io.vestibule.base.Sha256;
import io.vestibule.bulk.PersonKeyStore.PersonKey;
import io.vestibule.bulk.list.ListedPerson.Consent;
import io.vestibule.bulk.source.PhotoFiles;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.EnrolFlow;
import io.vestibule.enrol.PersonMatch;
import io.vestibule.enrol.PhotoIntake;
import io.vestibule.enrol.PhotoIntake.IntakeResult;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.PersonCommands;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.store.StoreException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Enrols one row of an import. Thread-safe.
final class RowEnrolment {

    private static final String OTHER_COMPANY = "enrol.other-company";

    private final ImportContext context;
    private final ImportRun run;
    private final EnrolFlow enrol;
    private final PhotoIntake intake;
    private final PersonCommands commands;
    private final RowDetails details;
    private final ErasedBefore erased;

    /// @param enrol of the company of the import
    RowEnrolment(ImportContext context, ImportRun run, EnrolFlow enrol, PhotoIntake intake, PersonCommands commands) {
        this.context = context;
        this.run = run;
        this.enrol = enrol;
        this.intake = intake;
        this.commands = commands;
        this.details = new RowDetails(context.enrol(), run.plan().options());
        this.erased = new ErasedBefore(context.suppressed(), run.company());
    }

    /// @return the job that sends the photos
    /// @throws RuntimeException if the whole import cannot go on
    Optional<UUID> enrol(ImportRow row, PhotoFiles photos) {
        try {
            var drafts = drafts(row, photos);
            var decision = decision(row, drafts);
            if (decision.filter(made -> made instanceof DuplicateDecision.SamePerson)
                            .isEmpty()
                    && erased.is(row.content().listed(), drafts)) {
                throw new BulkException(new BulkFailure.ErasedBefore());
            }
            return decision.isPresent() ? save(row, drafts, decision.get()) : Optional.empty();
        } catch (AuditException | StoreException e) {
            throw e;
        } catch (EnrolException e) {
            if (e.problems().getFirst().code().equals(OTHER_COMPANY)) {
                throw e;
            }
            fail(row, e.problems());
        } catch (RuntimeException e) {
            fail(
                    row,
                    List.of(context.problems()
                            .apply(e)
                            .orElseGet(() ->
                                    new BulkFailure.Unexpected(e.getClass().getSimpleName()).problem())));
        }
        return Optional.empty();
    }

    private void fail(ImportRow row, List<Problem> problems) {
        var issues = new ArrayList<>(problems.stream().map(RowIssue::refusing).toList());
        issues.addAll(row.content().issues());
        context.rows()
                .update(row.with(
                        RowState.FAILED,
                        row.content().withIssues(issues.stream().distinct().toList())));
    }

    /// The photos as they were checked: the list must not have changed since.
    private List<DraftPhoto> drafts(ImportRow row, PhotoFiles photos) {
        var drafts = new ArrayList<DraftPhoto>();
        for (var checked : row.content().photoDigests()) {
            var bytes = photos.read(checked.reference());
            if (!Sha256.hex(bytes).equals(checked.sha256())) {
                throw new BulkException(new BulkFailure.PhotoChanged());
            }
            switch (FacePick.process(intake, bytes, checked.pick())) {
                case IntakeResult.Accepted accepted -> drafts.add(accepted.photo());
                case IntakeResult.AlreadySaved saved -> drafts.add(saved.photo());
                default -> throw new BulkException(new BulkFailure.PhotoRefused());
            }
        }
        return drafts;
    }

    /// Empty if the row looks like somebody who is enrolled, and a person has to decide first.
    private Optional<DuplicateDecision> decision(ImportRow row, List<DraftPhoto> drafts) {
        var content = row.content();
        if (content.action() == RowAction.UPDATE) {
            return Optional.of(new DuplicateDecision.SamePerson(row.person().orElseThrow(), true));
        }
        return switch (content.decision()) {
            case SAME ->
                Optional.of(new DuplicateDecision.SamePerson(content.similar().orElseThrow(), false));
            case UPDATE ->
                Optional.of(new DuplicateDecision.SamePerson(content.similar().orElseThrow(), true));
            case DIFFERENT ->
                Optional.of(
                        content.similar().isPresent()
                                ? new DuplicateDecision.DifferentPerson(
                                        content.similar().get())
                                : new DuplicateDecision.NoDuplicate());
            case NONE -> drafts.isEmpty() ? Optional.of(new DuplicateDecision.NoDuplicate()) : search(row, drafts);
        };
    }

    private Optional<DuplicateDecision> search(ImportRow row, List<DraftPhoto> drafts) {
        List<PersonMatch> matches;
        try {
            matches = enrol.searchDuplicates(drafts.getFirst());
        } catch (AuditException | StoreException | EnrolException e) {
            throw e;
        } catch (RuntimeException e) {
            if (context.problems().apply(e).isEmpty()) {
                throw e;
            }
            // The service gives no answer now. The job searches as soon as it does, as at the desk.
            return Optional.of(new DuplicateDecision.SearchDeferred());
        }
        if (matches.isEmpty()) {
            return Optional.of(new DuplicateDecision.NoDuplicate());
        }
        var best = matches.getFirst();
        context.rows()
                .update(row.with(
                        RowState.ASK, row.content().withSimilar(best.person().id(), best.similarity())));
        return Optional.empty();
    }

    private Optional<UUID> save(ImportRow row, List<DraftPhoto> drafts, DuplicateDecision decision) {
        var listed = row.content().listed();
        var people = context.enrol().people();
        return context.enrol().database().inTransaction(() -> {
            var current = context.rows().find(row.id()).filter(found -> found.state() == RowState.READY);
            if (current.isEmpty()) {
                return Optional.<UUID>empty();
            }
            var known = decision instanceof DuplicateDecision.SamePerson same
                    ? people.persons().find(same.person())
                    : Optional.<io.vestibule.people.Person>empty();
            var before = known.map(PersonEdit::of);
            var photosBefore =
                    new HashSet<>(known.map(person -> photos(person.id())).orElse(List.of()));
            var saved =
                    enrol.save(details.of(listed), listed.consent() == Consent.DECLINED ? List.of() : drafts, decision);
            if (known.isPresent() && replaces(row)) {
                var _ = commands.edit(
                        saved.person(),
                        details.edit(people.persons().find(saved.person()).orElseThrow(), listed));
            }
            var added = photos(saved.person()).stream()
                    .filter(photo -> known.isPresent() && !photosBefore.contains(photo))
                    .toList();
            context.keys()
                    .put(
                            run.company(),
                            new PersonKey(
                                    listed.key(), saved.person(), row.content().digest()),
                            run.plan().origin());
            context.rows()
                    .update(new ImportRow(
                            row.id(),
                            row.run(),
                            row.place(),
                            saved.job().isPresent() ? RowState.SENT : RowState.DONE,
                            Optional.of(saved.person()),
                            saved.job(),
                            row.content().withUndo(before, added)));
            return saved.job();
        });
    }

    private static boolean replaces(ImportRow row) {
        return row.content().action() == RowAction.UPDATE || row.content().decision() == RowDecision.UPDATE;
    }

    private List<PhotoId> photos(PersonId person) {
        return context.enrol().people().photos().findByPerson(person).stream()
                .map(PhotoRecord::id)
                .toList();
    }
}
