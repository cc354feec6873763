package io.vestibule.enrol.repair;

import io.vestibule.base.PhotoId;
import io.vestibule.enrol.Collections;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.EnrolSettings;
import io.vestibule.enrol.Records;
import io.vestibule.enrol.Service;
import io.vestibule.people.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Whom a saved photo seems to show.
final class Likeness {

    private static final int MATCHES = 10;

    private final Records records;
    private final Service service;
    private final Collections collections;
    private final Supplier<EnrolSettings> settings;

    Likeness(Records records, Service service, Collections collections, Supplier<EnrolSettings> settings) {
        this.records = records;
        this.service = service;
        this.collections = collections;
        this.settings = settings;
    }

    /// Best first, without whose the photo is.
    List<Person> of(PhotoId id) {
        var photo = records.people()
                .photos()
                .find(id)
                .filter(known -> !known.removed())
                .orElseThrow(() -> new EnrolException("enrol.photo-gone"));
        var collection = collections.ofCompany(photo.company());
        return service
                .faces()
                .searchUsers(
                        collection.externalId(),
                        service.image(photo),
                        settings.get().search(),
                        MATCHES)
                .stream()
                .map(match -> records.people().persons().withExternalId(match.userId()))
                .flatMap(Optional::stream)
                .filter(person -> person.removed().isEmpty() && !person.id().equals(photo.person()))
                .toList();
    }
}
