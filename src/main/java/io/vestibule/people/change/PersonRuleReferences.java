package io.vestibule.people.change;

import io.vestibule.base.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Port: finds the alert rules that reference a person, and updates them when the person is removed or merged.
/// Implemented by the owner of the rules.
///
/// Calls block for the database, never for the network: steps of the journal update the VMS; they survive a
/// crash and wait while the VMS is unreachable.
public interface PersonRuleReferences {

    /// A rule that references the person, directly or as a member of a group.
    ///
    /// @param origin where the rule was created, and whether it was sent
    /// @param onlyPerson whether it references nobody else, so that without the person nobody is left to look for
    record RuleReference(String name, RuleOrigin origin, boolean onlyPerson) {}

    /// Where a rule was created, and whether the VMS has it.
    enum RuleOrigin {
        /// Not sent yet.
        DRAFT,
        /// The VMS has it, and it was created here.
        SENT,
        /// The VMS has it, it was created here, and it looks for groups of people.
        SENT_GROUP,
        /// It was created here and belongs to another VMS than the one in use. It is updated when that VMS is
        /// in use again.
        OTHER_VMS,
        /// The VMS has it, and it was not created here; as last read from the VMS.
        ELSEWHERE
    }

    /// The rules that reference the person.
    List<RuleReference> rulesNaming(PersonId person);

    /// Performs the change, and stores in the same transaction that all rules that reference the person follow it.
    /// The VMS is updated only when the change can no longer be undone, and not at all if it is undone. Permission
    /// `MANAGE_RULES`.
    ///
    /// @param person who is removed or merged
    /// @param instead who replaces them in the rules; empty if nobody does
    /// @param change the removal or merge; performed on this thread
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission; nothing has changed then
    Undo changeWithCascade(PersonId person, Optional<PersonId> instead, Supplier<Undo> change);
}
