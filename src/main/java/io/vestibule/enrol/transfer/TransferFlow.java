package io.vestibule.enrol.transfer;

import io.vestibule.audit.Permission;
import io.vestibule.enrol.CompanyCollections;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.journal.PriceList;
import io.vestibule.store.ItemLoop;
import java.math.BigDecimal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Enrols everybody who is missing from the collection in use into it; after a change of the connection, that is
/// everybody. One job per person, stored before anything is sent, so that the transfer resumes after a crash or a
/// lost connection.
public final class TransferFlow {

    private static final Logger LOG = LoggerFactory.getLogger(TransferFlow.class);

    /// Associating takes two calls per person: the first face alone, then the others.
    private static final int CALLS_A_PERSON = 2;

    private final EnrolContext context;
    private final CompanyCollections companyCollections;
    private final PersonTransfer transfer;

    /// The extent of the transfer.
    ///
    /// @param price of the calls at Amazon's prices, in US dollars, whether the service in use charges or not
    public record Plan(int people, long photos, BigDecimal price) {}

    public TransferFlow(EnrolContext enrolContext, CompanyCollections companyCollections) {
        this.context = enrolContext;
        this.companyCollections = companyCollections;
        this.transfer = new PersonTransfer(enrolContext);
    }

    /// The people of the active company who have photos that were never sent to the collection in use;
    /// everybody with photos, if the collection was lost.
    ///
    /// @throws io.vestibule.cloud.CloudException if the collection does not exist and cannot be created now
    public Plan plan() {
        var company = context.company();
        var collection = companyCollections.getOrCreate(company);
        var known = context.people().collections();
        var people = known.personsNotIndexed(company.id(), collection.id());
        long photos = known.countPhotosNotIndexed(company.id(), collection.id());
        // Amazon bills IndexFaces once per photo, and AssociateFaces.
        return new Plan(people.size(), photos, PriceList.calls(photos + (long) CALLS_A_PERSON * people.size()));
    }

    /// Starts the transfer; the journal performs it. A lost collection is created once more.
    ///
    /// @return number of people whose transfer has started
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    public int begin() {
        context.session().require(Permission.MANAGE_SETTINGS);
        var company = context.company();
        var collection = companyCollections.getOrCreate(company);
        var known = context.people().collections();
        boolean lost = known.losses().lostSince(collection.id()).isPresent();
        if (lost) {
            companyCollections.createAgain(collection);
            known.forget(collection.id());
        }
        var people = known.personsNotIndexed(company.id(), collection.id());
        context.log().append("collection.transfer", collection.id().toString());
        return ItemLoop.forEach(
                people,
                person -> context.database().transaction(() -> transfer.sendPhotos(person, collection.id())),
                LOG,
                person -> person);
    }
}
