package io.vestibule.doctor;

import io.vestibule.cloud.FaceCollection;
import io.vestibule.cloud.FaceCollection.StoredFace;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.RecordedFace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Compares the recorded faces with those of the collection. What seems to differ is asked for once more before it
/// counts: people may be enrolled while the lists are read.
final class FaceComparison implements MergeJoin.Matches<RecordedFace, StoredFace> {

    private final DoctorContext context;
    private final FaceCollection faces;
    private final CollectionRef collection;
    private final String model;
    private final DiscrepancyCollector found;
    private final FaceMismatch mismatch;
    private final UnknownFaces unknown;
    private final Batch<RecordedFace> missing = new Batch<>(this::confirmMissing);
    private final Batch<RecordedFace> different = new Batch<>(this::confirmDifferent);
    private final Batch<StoredFace> unrecorded;

    /// @param model version of the collection's model
    FaceComparison(
            DoctorContext context,
            FaceCollection faces,
            CollectionRef collection,
            String model,
            DiscrepancyCollector found) {
        this.context = context;
        this.faces = faces;
        this.collection = collection;
        this.model = model;
        this.found = found;
        this.mismatch = new FaceMismatch(context, collection);
        this.unknown = new UnknownFaces(context, collection);
        this.unrecorded = new Batch<>(this::confirmUnrecorded);
    }

    void finish() {
        missing.flush();
        different.flush();
        unrecorded.flush();
    }

    @Override
    public void onlyOurs(RecordedFace ours) {
        if (!ours.leaving()) {
            missing.add(ours);
        }
    }

    @Override
    public void onlyTheirs(StoredFace theirs) {
        unrecorded.add(theirs);
    }

    @Override
    public void both(RecordedFace ours, StoredFace theirs) {
        if (ours.leaving()) {
            return;
        }
        if (!theirs.modelVersion().isEmpty() && !theirs.modelVersion().equals(model)) {
            found.add(Discrepancy.of(DiscrepancyKind.OTHER_MODEL, ours.faceId()).of(ours.person(), ours.photo()));
        }
        if (FaceMismatch.isLikely(ours, theirs)) {
            different.add(ours);
        }
    }

    private void confirmMissing(List<RecordedFace> candidates) {
        var there = present(candidates);
        for (var face : candidates) {
            if (!there.containsKey(face.faceId()) && isStillRecorded(face) && !context.isBusy(face.person())) {
                found.add(Discrepancy.of(DiscrepancyKind.FACE_MISSING, face.faceId())
                        .of(face.person(), face.photo()));
            }
        }
    }

    private void confirmDifferent(List<RecordedFace> candidates) {
        var there = present(candidates);
        for (var face : candidates) {
            var now = Optional.ofNullable(there.get(face.faceId()));
            now.flatMap(theirs -> record(face).flatMap(ours -> mismatch.kind(face.userId(), ours, theirs)))
                    .filter(_ -> !context.isBusy(face.person()))
                    .ifPresent(kind -> found.add(Discrepancy.of(kind, face.faceId())
                            .of(face.person(), face.photo())
                            .heldBy(now.flatMap(StoredFace::userId))));
        }
    }

    private void confirmUnrecorded(List<StoredFace> candidates) {
        var ids = candidates.stream().map(StoredFace::faceId).toList();
        var now = faces.findFaces(collection.externalId(), unknown.amongIds(ids));
        unknown.discrepancies(now).forEach(found::add);
    }

    private Map<String, StoredFace> present(List<RecordedFace> candidates) {
        var ids = candidates.stream().map(RecordedFace::faceId).toList();
        return faces.findFaces(collection.externalId(), ids).stream()
                .collect(Collectors.toMap(StoredFace::faceId, Function.identity(), (one, _) -> one));
    }

    private boolean isStillRecorded(RecordedFace face) {
        return record(face).isPresent();
    }

    private Optional<IndexedFace> record(RecordedFace face) {
        return context.people()
                .collections()
                .face(face.photo(), collection.id())
                .filter(now -> now.faceId().equals(Optional.of(face.faceId())));
    }
}
