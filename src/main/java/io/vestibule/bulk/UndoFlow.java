package io.vestibule.bulk;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.ProgressListener;
import io.vestibule.bulk.PersonKeyStore.PersonKey;
import io.vestibule.people.Person;
import io.vestibule.people.change.PersonCommands;
import io.vestibule.people.change.PersonEdit;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/// Undoes a whole import: people who were added are removed, and those who were updated get back the values and photos
/// that they had. Values that were changed since by a person stay.
public final class UndoFlow {

    /// How long an import can be undone.
    public static final Duration WINDOW = Duration.ofDays(1);

    private final ImportContext context;
    private final PersonCommands commands;

    public UndoFlow(ImportContext context, PersonCommands commands) {
        this.context = context;
        this.commands = commands;
    }

    public boolean isOpen(ImportRun run) {
        return Set.of(RunState.PAUSED, RunState.ENDED).contains(run.state())
                && context.enrol().clock().instant().isBefore(run.changed().plus(WINDOW));
    }

    /// Blocks. A row that cannot be undone stays as it is, and the others are undone.
    ///
    /// @return number of rows that were undone
    /// @throws BulkException `bulk.undo-late`
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    public int undo(UUID id, ProgressListener progress) {
        context.enrol().session().require(Permission.IMPORT_PEOPLE);
        context.enrol().session().require(Permission.REMOVE_PEOPLE);
        var run = context.run(id);
        if (!isOpen(run)) {
            throw new BulkException(new BulkFailure.UndoLate());
        }
        var rows = context.rows().all(id, Set.of(RowState.SENT, RowState.DONE)).toList();
        int undone = 0;
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            try {
                context.enrol().database().transaction(() -> undo(run, row));
                undone++;
            } catch (RuntimeException e) {
                // A failure that has no words is a fault of the program.
                if (context.problems().apply(e).isEmpty()) {
                    throw e;
                }
            }
            progress.onProgress(i + 1, rows.size());
        }
        context.enrol().database().transaction(() -> {
            context.runs().setState(id, RunState.UNDONE, context.enrol().clock().instant());
            context.enrol().log().append("import.undone", id.toString());
        });
        return undone;
    }

    private void undo(ImportRun run, ImportRow row) {
        var person = row.person()
                .flatMap(context.enrol().people().persons()::find)
                .filter(found -> found.removed().isEmpty());
        var content = row.content();
        if (content.before().isEmpty()) {
            person.map(Person::id).ifPresent(found -> {
                var _ = commands.remove(found);
                // They may be imported again.
                context.enrol().log().append("person.removed-by-list", found.toString());
            });
            context.keys().remove(run.company(), content.listed().key());
        } else {
            person.ifPresent(found -> restore(run, found, content));
        }
        context.rows().update(row.with(RowState.UNDONE, content));
    }

    private void restore(ImportRun run, Person person, RowContent content) {
        var before = content.before().orElseThrow();
        var details = new RowDetails(context.enrol(), run.plan().options());
        var after = details.edit(person, content.listed());
        var now = PersonEdit.of(person);
        var restored = now.reverting(before, after);
        if (!restored.equals(now)) {
            var _ = commands.edit(person.id(), restored);
        }
        removeAdded(person.id(), content);
        if (content.action() == RowAction.ADD) {
            context.keys().remove(run.company(), content.listed().key());
        } else {
            // The next list updates them again.
            context.keys()
                    .put(
                            run.company(),
                            new PersonKey(content.listed().key(), person.id(), ""),
                            run.plan().origin());
        }
    }

    private void removeAdded(PersonId person, RowContent content) {
        var present = context.enrol().people().photos().findByPerson(person).stream()
                .map(photo -> photo.id())
                .toList();
        content.added().stream().filter(present::contains).forEach(photo -> {
            var _ = commands.removePhoto(photo);
        });
    }
}
