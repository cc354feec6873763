package io.vestibule.enrol.step;

import io.vestibule.base.PersonId;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.SuppressionStore;
import io.vestibule.people.change.SuppressionStore.Trait;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Remembers by what an erased person would be known again. Somebody whose period was over, or who was removed because
/// of a list, did not ask to be erased: a later list may name them again.
public final class SuppressionWriter {

    private static final Set<String> ON_REQUEST =
            Set.of("person.removed", "person.consent-withdrawn", "person.erased-again");
    private static final Set<String> OTHERWISE = Set.of("person.expired", "person.removed-by-list");
    private static final int LATEST = 20;

    private final SuppressionStore list;
    private final Function<PersonId, List<String>> numbers;

    /// @param numbers under which other systems know a person, in the spelling in which they are compared
    public SuppressionWriter(SuppressionStore list, Function<PersonId, List<String>> numbers) {
        this.list = list;
        this.numbers = numbers;
    }

    /// Call in the transaction that deletes the records, before they are.
    void add(EnrolContext context, Person person, List<PhotoRecord> photos) {
        var company = person.company();
        var now = context.clock().instant();
        list.add(company, Trait.USER, person.externalId().toString(), now);
        if (isOnRequest(context, person.id())) {
            numbers.apply(person.id()).forEach(number -> list.add(company, Trait.NUMBER, number, now));
            photos.forEach(photo -> list.add(company, Trait.PHOTO, photo.sha256(), now));
        }
    }

    /// The last entry about it tells.
    private static boolean isOnRequest(EnrolContext context, PersonId person) {
        return context.log().about(List.of(person.toString()), LATEST).stream()
                .map(entry -> entry.action())
                .filter(action -> ON_REQUEST.contains(action) || OTHERWISE.contains(action))
                .findFirst()
                .filter(ON_REQUEST::contains)
                .isPresent();
    }
}
