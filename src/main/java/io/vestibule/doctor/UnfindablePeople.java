package io.vestibule.doctor;

import io.vestibule.base.PersonId;
import io.vestibule.people.FaceState;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// Who is recorded as found and is not, by a comparison: their user is missing, or none of their faces is theirs in
/// the collection.
final class UnfindablePeople {

    private static final Set<DiscrepancyKind> OF_FACES = EnumSet.of(
            DiscrepancyKind.FACE_MISSING,
            DiscrepancyKind.FACE_WITHOUT_USER,
            DiscrepancyKind.FACE_WITH_OTHER_PERSON,
            DiscrepancyKind.FACE_WITH_UNKNOWN_USER);
    private static final int ROWS = 1_000;

    private final DoctorContext context;
    private final DiscrepancyStore store;

    UnfindablePeople(DoctorContext context, DiscrepancyStore store) {
        this.context = context;
        this.store = store;
    }

    Set<PersonId> of(UUID check, UUID collection) {
        var missing = new HashSet<PersonId>();
        forEach(check, DiscrepancyKind.USER_MISSING, found -> found.person().ifPresent(missing::add));
        var faces = new HashMap<PersonId, Integer>();
        OF_FACES.forEach(kind -> forEach(
                check, kind, found -> found.person().ifPresent(person -> faces.merge(person, 1, Integer::sum))));
        faces.forEach((person, number) -> {
            if (number >= recorded(person, collection)) {
                missing.add(person);
            }
        });
        return missing;
    }

    /// Number of the person's photos that are recorded as associated.
    private long recorded(PersonId person, UUID collection) {
        return context.people().collections().faces(person, collection).stream()
                .filter(face -> face.state() == FaceState.ASSOCIATED)
                .count();
    }

    private void forEach(UUID check, DiscrepancyKind kind, Consumer<Discrepancy> found) {
        Optional<UUID> last = Optional.empty();
        while (true) {
            var page = store.page(check, kind, last, ROWS);
            page.forEach(found);
            if (page.size() < ROWS) {
                return;
            }
            last = Optional.of(page.getLast().id());
        }
    }
}
