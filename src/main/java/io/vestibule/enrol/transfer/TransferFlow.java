package io.vestibule.enrol.transfer;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.CompanyCollections;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.journal.PriceList;
import io.vestibule.journal.run.NewStep;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.PhotoRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Enrols everybody into the collection in use who is not in it: after the connection was changed, that is
/// everybody. One job a person, written down before anything is sent; what a crash or a lost connection
/// interrupts goes on.
public final class TransferFlow {

    /// Associating takes two calls a person: the first face alone, then the rest.
    private static final int CALLS_A_PERSON = 2;

    private final EnrolContext context;
    private final CompanyCollections companyCollections;

    /// What is to be done.
    ///
    /// @param price of the calls at Amazon, in US dollars, whether the service in use charges or not
    public record Plan(int people, long photos, BigDecimal price) {}

    public TransferFlow(EnrolContext enrolContext, CompanyCollections companyCollections) {
        this.context = enrolContext;
        this.companyCollections = companyCollections;
    }

    /// Who of the active company has photos that the collection in use was never given.
    ///
    /// @throws io.vestibule.cloud.CloudException if the collection was never made and cannot be made now
    public Plan plan() {
        var company = context.company();
        var collection = companyCollections.getOrCreate(company);
        var known = context.people().collections();
        var people = known.personsNotIndexed(company.id(), collection.id());
        long photos = known.countPhotosNotIndexed(company.id(), collection.id());
        // Billed are IndexFaces once a photo, and AssociateFaces.
        return new Plan(people.size(), photos, PriceList.calls(photos + (long) CALLS_A_PERSON * people.size()));
    }

    /// Begins; what follows goes on by itself.
    ///
    /// @return how many people that are
    /// @throws io.vestibule.audit.AuditException if the operator may not
    public int begin() {
        context.session().require(Permission.MANAGE_SETTINGS);
        var company = context.company();
        var collection = companyCollections.getOrCreate(company);
        var people = context.people().collections().personsNotIndexed(company.id(), collection.id());
        context.log().append("collection.transfer", collection.id().toString());
        people.forEach(person -> context.database().transaction(() -> begin(person, collection.id())));
        return people.size();
    }

    private void begin(PersonId person, UUID collection) {
        var photos = absent(person, collection);
        if (photos.isEmpty()) {
            return;
        }
        photos.forEach(photo -> context.people().collections().saveFace(IndexedFace.captured(photo, collection)));
        var steps = new ArrayList<NewStep>();
        photos.forEach(photo -> steps.add(new NewStep(EnrolStep.CARRY_PHOTO, photo.toString())));
        photos.forEach(photo -> steps.add(new NewStep(EnrolStep.INDEX_PHOTO, photo.toString())));
        for (var kind : List.of(
                EnrolStep.CREATE_USER, EnrolStep.ASSOCIATE_FIRST, EnrolStep.ASSOCIATE_REST, EnrolStep.FOLLOW_USER)) {
            steps.add(new NewStep(kind, person.toString()));
        }
        context.journal().add(steps, Duration.ZERO);
    }

    private List<PhotoId> absent(PersonId person, UUID collection) {
        return context.people().photos().findByPerson(person).stream()
                .map(PhotoRecord::id)
                .filter(photo ->
                        context.people().collections().face(photo, collection).isEmpty())
                .toList();
    }
}
