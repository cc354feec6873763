package io.vestibule.enrol.transfer;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.Collections;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.enrol.Records;
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

    private final Records records;
    private final Collections collections;

    /// What is to be done.
    ///
    /// @param price of the calls at Amazon, in US dollars, whether the service in use charges or not
    public record Plan(int people, long photos, BigDecimal price) {}

    public TransferFlow(Records records, Collections collections) {
        this.records = records;
        this.collections = collections;
    }

    /// Who of the active company has photos that the collection in use was never given.
    ///
    /// @throws io.vestibule.cloud.CloudException if the collection was never made and cannot be made now
    public Plan plan() {
        var company = records.company();
        var collection = collections.of(company);
        var known = records.people().collections();
        var people = known.absent(company.id(), collection.id());
        long photos = known.absentPhotos(company.id(), collection.id());
        // Billed are IndexFaces once a photo, and AssociateFaces.
        return new Plan(people.size(), photos, PriceList.calls(photos + (long) CALLS_A_PERSON * people.size()));
    }

    /// Begins; what follows goes on by itself.
    ///
    /// @return how many people that are
    /// @throws io.vestibule.audit.AuditException if the operator may not
    public int begin() {
        records.session().require(Permission.MANAGE_SETTINGS);
        var company = records.company();
        var collection = collections.of(company);
        var people = records.people().collections().absent(company.id(), collection.id());
        records.log().append("collection.transfer", collection.id().toString());
        people.forEach(person -> records.database().transaction(() -> begin(person, collection.id())));
        return people.size();
    }

    private void begin(PersonId person, UUID collection) {
        var photos = absent(person, collection);
        if (photos.isEmpty()) {
            return;
        }
        photos.forEach(photo -> records.people().collections().put(IndexedFace.captured(photo, collection)));
        var steps = new ArrayList<NewStep>();
        photos.forEach(photo -> steps.add(new NewStep(EnrolStep.CARRY_PHOTO, photo.toString())));
        photos.forEach(photo -> steps.add(new NewStep(EnrolStep.INDEX_PHOTO, photo.toString())));
        for (var kind : List.of(
                EnrolStep.CREATE_USER, EnrolStep.ASSOCIATE_FIRST, EnrolStep.ASSOCIATE_REST, EnrolStep.FOLLOW_USER)) {
            steps.add(new NewStep(kind, person.toString()));
        }
        records.journal().add(steps, Duration.ZERO);
    }

    private List<PhotoId> absent(PersonId person, UUID collection) {
        return records.people().photos().of(person).stream()
                .map(PhotoRecord::id)
                .filter(photo ->
                        records.people().collections().face(photo, collection).isEmpty())
                .toList();
    }
}
