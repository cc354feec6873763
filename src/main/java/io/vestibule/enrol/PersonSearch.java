package io.vestibule.enrol;

import io.vestibule.base.PersonId;
import io.vestibule.cloud.ImageSource;
import io.vestibule.people.CollectionRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Searches a collection for the people who are similar to the face on a photo. The photo is sent and not stored.
record PersonSearch(EnrolContext context, FaceService faceService) {

    private static final int MATCHES = 10;

    /// Best match first. Leaves out people who were confirmed to be different from a better match: the operator has
    /// already decided that.
    ///
    /// @param among number of people who are searched
    List<PersonMatch> search(CollectionRef collection, byte[] jpeg, float threshold, long among) {
        var found = new ArrayList<PersonMatch>();
        var excluded = new HashSet<PersonId>();
        var image = new ImageSource.Bytes(jpeg);
        for (var match : faceService.faces().searchUsers(collection.externalId(), image, threshold, MATCHES)) {
            context.people()
                    .persons()
                    .findByExternalId(match.userId())
                    .filter(person -> person.removed().isEmpty() && !excluded.contains(person.id()))
                    .ifPresent(person -> {
                        found.add(new PersonMatch(
                                person, match.similarity(), faceService.faces().scoreScale(), among));
                        excluded.addAll(context.people().persons().lookAlikes(person.id()));
                    });
        }
        return found;
    }
}
