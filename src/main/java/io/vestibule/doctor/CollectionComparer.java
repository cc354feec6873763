package io.vestibule.doctor;

import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.FaceCollection;
import io.vestibule.cloud.FaceCollection.CollectionInfo;
import io.vestibule.cloud.FaceCollection.StoredFace;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.RecordedFace;
import io.vestibule.people.RecordedPhoto;
import io.vestibule.people.RecordedUser;
import java.time.Instant;

/// Compares the records with the collection. All that the service lists is read before anything is concluded.
final class CollectionComparer {

    private final DoctorContext context;
    private final FaceCollection faces;
    private final CollectionRef collection;
    private final SortedPieceStore pieces;
    private final CheckProgress progress;

    /// What the collection has.
    record Size(long faces, long users) {}

    CollectionComparer(
            DoctorContext context,
            FaceCollection faces,
            CollectionRef collection,
            SortedPieceStore pieces,
            CheckProgress progress) {
        this.context = context;
        this.faces = faces;
        this.collection = collection;
        this.pieces = pieces;
        this.progress = progress;
    }

    /// @throws CloudException if a list cannot be read
    /// @throws DoctorException if the collection is gone, or listed fewer faces or users than it counts
    Size run(DiscrepancyCollector found) {
        var started = context.clock().instant();
        var before = describe();
        try (var listedFaces = new ExternalSort<>(pieces, ListedFaces.CODEC);
                var listedUsers = new ExternalSort<>(pieces, ListedUser.CODEC)) {
            var size = read(listedFaces, listedUsers);
            requireWhole(size, before, describe());
            compareFaces(listedFaces, before.modelVersion(), found);
            compareUsers(listedUsers, started, found);
            findOutside(found);
            return size;
        }
    }

    private CollectionInfo describe() {
        return faces.describe(collection.externalId()).orElseThrow(() -> new DoctorException("doctor.collection-gone"));
    }

    private Size read(ExternalSort<StoredFace> listedFaces, ExternalSort<ListedUser> listedUsers) {
        var number = new long[2];
        faces.readFaces(collection.externalId(), page -> {
            progress.advance(page.size());
            number[0] += page.size();
            page.forEach(listedFaces::add);
        });
        faces.readUsers(collection.externalId(), page -> {
            progress.advance(page.size());
            number[1] += page.size();
            page.forEach((id, status) -> listedUsers.add(new ListedUser(id, status)));
        });
        return new Size(number[0], number[1]);
    }

    /// A list that ends early looks like an emptied collection. The count may have changed while it was read.
    private static void requireWhole(Size read, CollectionInfo before, CollectionInfo after) {
        if (read.faces() < Math.min(before.faces(), after.faces())
                || read.users() < Math.min(before.users(), after.users())) {
            throw new DoctorException("doctor.list-incomplete");
        }
    }

    private void compareFaces(ExternalSort<StoredFace> listed, String model, DiscrepancyCollector found) {
        var comparison = new FaceComparison(context, faces, collection, model, found);
        var ours = new Pages<RecordedFace>(last -> {
            progress.advance(0);
            return context.scan()
                    .facesAfter(collection.id(), last.map(RecordedFace::faceId).orElse(""), Pages.ROWS);
        });
        new MergeJoin<>(RecordedFace::faceId, StoredFace::faceId).run(ours, listed.sorted(), comparison);
        comparison.finish();
    }

    private void compareUsers(ExternalSort<ListedUser> listed, Instant started, DiscrepancyCollector found) {
        var ours = new Pages<RecordedUser>(last -> {
            progress.advance(0);
            return context.scan()
                    .usersAfter(collection.id(), last.map(RecordedUser::userId).orElse(""), Pages.ROWS);
        });
        new MergeJoin<>(RecordedUser::userId, ListedUser::id)
                .run(ours, listed.sorted(), new UserComparison(context, faces, collection, started, found));
    }

    private void findOutside(DiscrepancyCollector found) {
        var photos = new Pages<RecordedPhoto>(last -> {
            progress.advance(0);
            return context.scan()
                    .photosOutside(collection.company(), collection.id(), last.map(RecordedPhoto::id), Pages.ROWS);
        });
        while (photos.hasNext()) {
            var photo = photos.next();
            if (!context.isBusy(photo.person())) {
                found.add(Discrepancy.of(
                                DiscrepancyKind.PHOTO_NOT_INDEXED, photo.id().toString())
                        .of(photo.person(), photo.id()));
            }
        }
    }
}
