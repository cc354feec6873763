package io.vestibule.setup;

import io.vestibule.base.Problem;
import io.vestibule.enrol.CompanyCollections;
import io.vestibule.journal.CallStore;
import io.vestibule.journal.Journal;
import io.vestibule.journal.PriceList;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.Company;
import io.vestibule.people.PeopleStores;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Reads what the Collection page shows: from the local database, and from the service. Blocks.
public final class CollectionReader {

    private final PeopleStores peopleStores;
    private final Journal journal;
    private final CallStore calls;
    private final Supplier<CompanyCollections> collections;
    private final BooleanSupplier charged;
    private final InstantSource clock;

    /// @param collections of the service in use
    /// @param charged whether that service charges for calls
    public CollectionReader(
            PeopleStores peopleStores,
            Journal journal,
            CallStore calls,
            Supplier<CompanyCollections> collections,
            BooleanSupplier charged,
            InstantSource clock) {
        this.peopleStores = peopleStores;
        this.journal = journal;
        this.calls = calls;
        this.collections = collections;
        this.charged = charged;
        this.clock = clock;
    }

    /// @throws SetupException `setup.collection-missing` if the service in use has no collection of the company yet
    public CollectionFacts loadFacts() {
        var collection = collection();
        var jobs = journal.counts();
        var now = clock.instant();
        var all = this.calls.monthCounts(now);
        var calls = charged.getAsBoolean() ? PriceList.billed(all) : all;
        return new CollectionFacts(
                collection,
                peopleStores.collections().counts(collection.company(), collection.id()),
                charged.getAsBoolean(),
                jobs.underWay() + jobs.parked(),
                YearMonth.from(now.atOffset(ZoneOffset.UTC)),
                PriceList.chargeable(calls),
                PriceList.calls(calls));
    }

    /// @throws SetupException as [#loadFacts]
    /// @throws io.vestibule.cloud.CloudException if the service does not answer
    public CollectionLoadState fetchFromService() {
        return collections
                .get()
                .describe(collection())
                .<CollectionLoadState>map(info -> new CollectionLoadState.Loaded(info, clock.instant()))
                .orElseGet(() -> new CollectionLoadState.Failed(Problem.of("setup.collection-gone")));
    }

    private CollectionRef collection() {
        Company company = peopleStores.companies().active().orElseThrow();
        return collections
                .get()
                .findExisting(company.id())
                .orElseThrow(() -> new SetupException(Problem.of("setup.collection-missing")));
    }

    public AutoCloseable onChange(Runnable changed) {
        return journal.onChange(_ -> changed.run());
    }
}
