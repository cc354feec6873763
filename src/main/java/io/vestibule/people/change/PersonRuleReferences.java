package io.vestibule.people.change;

import io.vestibule.base.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Port: which alert rules name somebody, and keeping them true when that somebody goes. Answered by whoever keeps the
/// rules.
///
/// Calls block for the database, never for the network: the VMS is told by steps of the journal, which outlive a crash
/// and wait while it is away.
public interface PersonRuleReferences {

    /// A rule that names the person one by one. Groups need no care: who is in them is asked anew each time.
    ///
    /// @param origin where it was made and how far it got
    /// @param onlyPerson whether it names nobody else, so that nobody is left to look for
    record RuleReference(String name, RuleOrigin origin, boolean onlyPerson) {}

    /// Where a rule lives.
    enum RuleOrigin {
        /// Not sent yet.
        DRAFT,
        /// The VMS has it, and it was made here.
        SENT,
        /// The VMS has it, and it was not made here; as it was seen there last.
        ELSEWHERE
    }

    /// Rules that name them.
    List<RuleReference> rulesNaming(PersonId person);

    /// Does the change, and writes down in the same transaction that all rules that name the person follow it. Nothing
    /// is told to the VMS before the change can no longer be taken back, and nothing at all if it is taken back.
    /// Permission `MANAGE_RULES`.
    ///
    /// @param person who goes
    /// @param instead who takes their place in the rules; empty if nobody does
    /// @param change what makes the person go; done on this thread
    /// @throws io.vestibule.audit.AuditException if the operator may not; nothing has changed then
    Undo changeWithCascade(PersonId person, Optional<PersonId> instead, Supplier<Undo> change);
}
