package io.vestibule.doctor;

import io.vestibule.audit.Permission;
import io.vestibule.base.CompanyId;
import io.vestibule.journal.PriceList;
import io.vestibule.journal.run.NewStep;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Orders remedies for what the last comparison found. Each is a job of its own.
public final class RemedyFlow {

    private static final int AT_ONCE = 200;

    private final DoctorContext context;
    private final DiscrepancyStore store;
    private final Duration pause;

    /// What was ordered.
    ///
    /// @param jobs of which each is about one discrepancy
    public record Ordered(List<UUID> jobs, List<UUID> discrepancies) {}

    /// @param pause between two jobs, so that enrolments do not wait behind thousands of remedies for the service's
    ///     rate
    public RemedyFlow(DoctorContext context, Duration pause) {
        this.context = context;
        this.store = new DiscrepancyStore(context.database());
        this.pause = pause;
    }

    /// Price of the calls for so many discrepancies of these kinds, at most, in US dollars at Amazon's prices.
    public static BigDecimal price(DiscrepancyKind kind, long number) {
        return PriceList.calls(number * kind.remedy().map(Remedy::chargedCalls).orElse(0));
    }

    /// Orders the remedies of all open discrepancies of these kinds. Kinds without a remedy are left out.
    ///
    /// @param check the comparison that was looked at
    /// @param delay before the first begins: the undo period, where somebody can undo it
    /// @throws DoctorException `doctor.newer-check` if another comparison came to its end since
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    public Ordered order(CollectionCheckRun check, Collection<DiscrepancyKind> kinds, Duration delay) {
        context.session().require(Permission.MANAGE_SETTINGS);
        if (store.latest(check.company())
                .filter(latest -> latest.id().equals(check.id()))
                .isEmpty()) {
            throw new DoctorException("doctor.newer-check");
        }
        var ordered = new Ordered(new ArrayList<>(), new ArrayList<>());
        kinds.stream()
                .distinct()
                .forEach(kind -> kind.remedy().ifPresent(remedy -> order(check, kind, delay, ordered)));
        return ordered;
    }

    private void order(CollectionCheckRun check, DiscrepancyKind kind, Duration delay, Ordered ordered) {
        Optional<UUID> last = Optional.empty();
        List<Discrepancy> page;
        do {
            page = store.page(check.id(), kind, last, AT_ONCE);
            var open = page.stream()
                    .filter(one -> one.state() == DiscrepancyState.OPEN)
                    .toList();
            if (!open.isEmpty()) {
                context.database().transaction(() -> order(check.company(), delay, open, ordered));
            }
            last = page.isEmpty() ? last : Optional.of(page.getLast().id());
        } while (page.size() == AT_ONCE);
    }

    private void order(CompanyId company, Duration delay, List<Discrepancy> open, Ordered ordered) {
        for (var one : open) {
            var remedy = one.kind().remedy().orElseThrow();
            var wait = delay.plus(pause.multipliedBy(ordered.jobs().size()));
            ordered.jobs()
                    .add(context.journal()
                            .add(company, List.of(new NewStep(remedy, one.id().toString())), wait));
            ordered.discrepancies().add(one.id());
            context.log().append(remedy.key() + ".ordered", one.id().toString());
        }
        store.setState(open.stream().map(Discrepancy::id).toList(), DiscrepancyState.ORDERED);
    }

    /// Withdraws those that have not begun.
    ///
    /// @return whether all of them were withdrawn
    public boolean undo(Ordered ordered) {
        context.session().require(Permission.MANAGE_SETTINGS);
        boolean all = true;
        for (int i = 0; i < ordered.jobs().size(); i++) {
            var job = ordered.jobs().get(i);
            var discrepancy = ordered.discrepancies().get(i);
            all &= context.database().inTransaction(() -> {
                boolean dropped = context.journal().dropIfNotStarted(job);
                if (dropped) {
                    store.setState(List.of(discrepancy), DiscrepancyState.OPEN);
                }
                return dropped;
            });
        }
        return all;
    }
}
