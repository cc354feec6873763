package io.vestibule.rules;

import io.vestibule.audit.Permission;
import io.vestibule.base.CompanyId;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RuleContent;
import io.vestibule.vms.VmsId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Creates, edits, duplicates, deletes, imports and exports rules. Changes only the local data; every change of the
/// VMS goes through [SendFlow].
///
/// Every method throws `io.vestibule.audit.AuditException` if the operator has no permission, and [RuleException].
public final class RuleFlow {

    private final RulesContext rulesContext;
    private final Supplier<RuleDraft> blank;

    /// @param blank a new rule, with the time zone and zone reading of the settings
    public RuleFlow(RulesContext rulesContext, Supplier<RuleDraft> blank) {
        this.rulesContext = rulesContext;
        this.blank = blank;
    }

    public RuleRecord create() {
        return add(blank.get(), Optional.empty());
    }

    /// @param name of the copy
    public RuleRecord duplicate(RuleDraft draft, String name) {
        return add(draft.withName(name).withPaused(false), Optional.empty());
    }

    /// Takes over a Known People rule of the VMS unchanged, so that it is managed here.
    public RuleRecord adopt(AlertRule rule) {
        if (rule.knownPeople().isEmpty()) {
            throw new RuleException(new RuleFailure.OtherKind());
        }
        if (rule.isOfCollection(rulesContext
                .memberResolver()
                .otherCollections(rulesContext.collection().get()))) {
            throw new RuleException(new RuleFailure.OtherCompany());
        }
        RuleDraft draft = draft(rule.content());
        return rulesContext.store().inTransaction(() -> {
            RuleRecord adopted = add(
                    draft,
                    Optional.of(new SentRule(rule, draft, rulesContext.clock().instant(), Optional.empty())));
            rulesContext.log().append("rule.adopted", adopted.id().toString());
            return adopted;
        });
    }

    /// A draft with the content of a rule of the VMS.
    public RuleDraft draft(RuleContent content) {
        return RuleContentMapper.toDraft(
                content, blank.get(), rulesContext.clock().instant());
    }

    /// Saves the edited draft. A pause is no edit: it stays as it is.
    public void save(RuleId rule, RuleDraft draft) {
        manager();
        rulesContext.store().transaction(() -> {
            RuleRecord known = rulesContext.recordHere(rule);
            // Cameras of the draft were chosen from those of the VMS in use.
            if (!known.isBound()) {
                rulesContext.currentVms().ifPresent(vms -> rulesContext.store().setVms(rule, vms));
            }
            RuleDraft kept = draft.withPaused(known.draft().timetable().paused());
            rulesContext.store().setDraft(rule, kept, rulesContext.clock().instant());
        });
    }

    /// Hides the rule; it is deleted on the VMS after the undo window of ten seconds.
    public void delete(RuleId rule) {
        manager();
        rulesContext.recordHere(rule);
        rulesContext.store().setDeleted(rule, Optional.of(rulesContext.clock().instant()));
    }

    /// Creates a draft with the content of a rule that belongs to another VMS, without the cameras, which are
    /// those of the other VMS.
    public RuleRecord createHere(RuleId rule) {
        return add(rulesContext.record(rule).draft().withCameras(List.of()), Optional.empty());
    }

    /// Removes a rule that belongs to another VMS from the list. Its rule stays on that VMS.
    ///
    /// @return what [#remember] needs to undo it
    /// @throws RuleException `rules.not-elsewhere` if it belongs to the VMS in use
    public RuleRecord forget(RuleId rule) {
        manager();
        RuleRecord known = rulesContext.store().find(rule).orElseThrow(() -> new RuleException(new RuleFailure.Gone()));
        boolean here = known.isBound()
                && rulesContext.currentVms().filter(known.vms()::equals).isPresent();
        if (here) {
            throw new RuleException(new RuleFailure.NotElsewhere());
        }
        rulesContext.store().transaction(() -> {
            rulesContext.store().delete(rule);
            rulesContext.log().append("rule.forgotten", rule.toString());
        });
        return known;
    }

    /// Undoes [#forget].
    public void remember(RuleRecord forgotten) {
        manager();
        rulesContext.store().transaction(() -> {
            rulesContext.store().insert(forgotten);
            rulesContext.log().append("rule.remembered", forgotten.id().toString());
        });
    }

    /// Undoes a deletion.
    ///
    /// @return false if the rule has already been deleted for good
    public boolean restore(RuleId rule) {
        manager();
        Optional<RuleRecord> there = rulesContext.store().find(rule);
        there.ifPresent(known -> rulesContext.store().setDeleted(known.id(), Optional.empty()));
        return there.isPresent();
    }

    /// Rules as a file, without names of people, but with the addresses of the recipients. An entry of the log.
    public String export(List<RuleDraft> drafts) {
        manager();
        rulesContext.log().append("rule.exported", Integer.toString(drafts.size()));
        return RuleFileReader.write(drafts);
    }

    /// Creates drafts from a file that was exported here, or from the JSON of one rule of the VMS.
    ///
    /// @param file UTF-8, with or without a byte order mark
    public ImportResult importFrom(byte[] file) {
        manager();
        return importFrom(RuleFileReader.decode(file));
    }

    /// Creates drafts from the text of such a file.
    public ImportResult importFrom(String text) {
        manager();
        RuleFileReader.Contents contents = RuleFileReader.read(text, this::draft);
        // All of them or none: after a failure half-way, a second import would add the first ones twice.
        return rulesContext
                .store()
                .inTransaction(() -> new ImportResult(
                        contents.accepted().stream()
                                .map(draft -> add(draft, Optional.empty()))
                                .toList(),
                        contents.rejected()));
    }

    private RuleRecord add(RuleDraft draft, Optional<SentRule> sent) {
        manager();
        CompanyId company = rulesContext.collection().get().company();
        Instant now = rulesContext.clock().instant();
        RuleRecord created = new RuleRecord(
                RuleId.mint(),
                company,
                vms(sent),
                draft,
                sent,
                Optional.empty(),
                now,
                Optional.empty(),
                Optional.empty());
        rulesContext.store().insert(created);
        return created;
    }

    private VmsId vms(Optional<SentRule> sent) {
        return sent.map(known -> known.rule().id().vms())
                .or(rulesContext::currentVms)
                .orElse(VmsId.UNKNOWN);
    }

    private void manager() {
        rulesContext.session().require(Permission.MANAGE_RULES);
    }
}
