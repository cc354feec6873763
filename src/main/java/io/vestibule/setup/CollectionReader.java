package io.vestibule.setup;

import io.vestibule.base.Problem;
import io.vestibule.enrol.Collections;
import io.vestibule.journal.CallStore;
import io.vestibule.journal.Journal;
import io.vestibule.journal.PriceList;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.Company;
import io.vestibule.people.People;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Reads what the screen shows: from our database, and from the service. Blocks.
public final class CollectionReader {

    private final People people;
    private final Journal journal;
    private final CallStore calls;
    private final Supplier<Collections> collections;
    private final BooleanSupplier charged;
    private final InstantSource clock;

    /// @param collections of the service in use
    /// @param charged whether that service costs money
    public CollectionReader(
            People people,
            Journal journal,
            CallStore calls,
            Supplier<Collections> collections,
            BooleanSupplier charged,
            InstantSource clock) {
        this.people = people;
        this.journal = journal;
        this.calls = calls;
        this.collections = collections;
        this.charged = charged;
        this.clock = clock;
    }

    /// @throws io.vestibule.cloud.CloudException if the collection was never made and cannot be made now
    public CollectionFacts facts() {
        var collection = collection();
        var jobs = journal.counts();
        var now = clock.instant();
        var all = this.calls.month(now);
        var calls = charged.getAsBoolean() ? PriceList.billed(all) : all;
        return new CollectionFacts(
                collection,
                people.collections().counts(collection.company(), collection.id()),
                charged.getAsBoolean(),
                jobs.underWay() + jobs.parked(),
                YearMonth.from(now.atOffset(ZoneOffset.UTC)),
                PriceList.chargeable(calls),
                PriceList.calls(calls));
    }

    /// @throws io.vestibule.cloud.CloudException if the service gives no answer
    public CollectionAnswer ask() {
        return collections
                .get()
                .describe(collection())
                .<CollectionAnswer>map(info -> new CollectionAnswer.Told(info, clock.instant()))
                .orElseGet(() -> new CollectionAnswer.Failed(Problem.of("setup.collection-gone")));
    }

    private CollectionRef collection() {
        Company company = people.companies().active().orElseThrow();
        return collections.get().of(company);
    }

    public AutoCloseable onChange(Runnable changed) {
        return journal.onChange(_ -> changed.run());
    }
}
