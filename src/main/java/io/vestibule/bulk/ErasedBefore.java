package io.vestibule.bulk;

import io.vestibule.base.CompanyId;
import io.vestibule.bulk.list.ListedPerson;
import io.vestibule.bulk.list.ListedPerson.Consent;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.people.change.SuppressionStore;
import io.vestibule.people.change.SuppressionStore.Trait;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether a row would bring back somebody who asked to be erased.
final class ErasedBefore {

    private final SuppressionStore suppressed;
    private final CompanyId company;

    ErasedBefore(SuppressionStore suppressed, CompanyId company) {
        this.suppressed = suppressed;
        this.company = company;
    }

    /// By the number of the row, and by each photo. False if the row says that they agreed on a later day.
    boolean is(ListedPerson listed, List<DraftPhoto> photos) {
        return Stream.concat(
                        Stream.of(suppressed.erasedAt(company, Trait.NUMBER, PersonKeyStore.normal(listed.key()))),
                        photos.stream()
                                .map(photo -> suppressed.erasedAt(
                                        company, Trait.PHOTO, photo.photo().sha256())))
                .flatMap(Optional::stream)
                .anyMatch(erased -> !agreedLater(listed, erased));
    }

    private static boolean agreedLater(ListedPerson listed, Instant erased) {
        return listed.consent() == Consent.GIVEN
                && listed.consentOn()
                        .filter(day -> day.isAfter(
                                erased.atZone(ZoneId.systemDefault()).toLocalDate()))
                        .isPresent();
    }
}
