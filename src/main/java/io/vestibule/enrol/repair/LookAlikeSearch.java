package io.vestibule.enrol.repair;

import io.vestibule.base.PhotoId;
import io.vestibule.enrol.CompanyCollections;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.EnrolSettings;
import io.vestibule.enrol.FaceService;
import io.vestibule.people.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Searches for the people that a saved photo may show.
final class LookAlikeSearch {

    private static final int MATCHES = 10;

    private final EnrolContext context;
    private final FaceService faceService;
    private final CompanyCollections companyCollections;
    private final Supplier<EnrolSettings> settings;

    LookAlikeSearch(
            EnrolContext enrolContext,
            FaceService faceService,
            CompanyCollections companyCollections,
            Supplier<EnrolSettings> settings) {
        this.context = enrolContext;
        this.faceService = faceService;
        this.companyCollections = companyCollections;
        this.settings = settings;
    }

    /// Best match first, without the owner of the photo.
    List<Person> search(PhotoId id) {
        var photo = context.people()
                .photos()
                .find(id)
                .filter(known -> !known.removed())
                .orElseThrow(() -> new EnrolException("enrol.photo-gone"));
        var collection = companyCollections.findExisting(photo.company());
        if (collection.isEmpty()) {
            return List.of();
        }
        return faceService
                .faces()
                .searchUsers(
                        collection.get().externalId(),
                        faceService.image(photo),
                        settings.get().search(),
                        MATCHES)
                .stream()
                .map(match -> context.people().persons().findByExternalId(match.userId()))
                .flatMap(Optional::stream)
                .filter(person -> person.removed().isEmpty() && !person.id().equals(photo.person()))
                .toList();
    }
}
