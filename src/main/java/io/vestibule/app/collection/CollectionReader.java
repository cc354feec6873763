package io.vestibule.app.collection;

import io.vestibule.app.wiring.House;
import io.vestibule.base.Problem;
import io.vestibule.journal.PriceList;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.Company;
import java.time.YearMonth;
import java.time.ZoneOffset;

/// Reads what the screen shows: from our database, and from the service. Blocks.
public final class CollectionReader {

    private final House house;

    public CollectionReader(House house) {
        this.house = house;
    }

    /// @throws io.vestibule.cloud.CloudException if the collection was never made and cannot be made now
    CollectionFacts facts() {
        var cellar = house.cellar();
        var collection = collection();
        var jobs = cellar.journal().counts();
        var now = cellar.clock().instant();
        var all = cellar.calls().month(now);
        var calls = house.engine().charged() ? PriceList.billed(all) : all;
        return new CollectionFacts(
                collection,
                cellar.people().collections().counts(collection.company(), collection.id()),
                house.engine().charged(),
                jobs.underWay() + jobs.parked(),
                YearMonth.from(now.atOffset(ZoneOffset.UTC)),
                PriceList.chargeable(calls),
                PriceList.calls(calls));
    }

    /// @throws io.vestibule.cloud.CloudException if the service gives no answer
    CollectionAnswer ask() {
        return house.enrol()
                .collections()
                .describe(collection())
                .<CollectionAnswer>map(info ->
                        new CollectionAnswer.Told(info, house.cellar().clock().instant()))
                .orElseGet(() -> new CollectionAnswer.Failed(Problem.of("app.collection-gone")));
    }

    private CollectionRef collection() {
        Company company = house.cellar().people().companies().active().orElseThrow();
        return house.enrol().collections().of(company);
    }

    AutoCloseable onChange(Runnable changed) {
        return house.cellar().journal().onChange(_ -> changed.run());
    }
}
