package io.vestibule.doctor;

import io.vestibule.cloud.PhotoBucket;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.RecordedPhoto;

/// Compares the stored photos with the files of the bucket. The bucket has the photos of all companies, so a file is
/// unknown only if no company has its photo.
final class FileComparison implements MergeJoin.Matches<RecordedPhoto, String> {

    private final DoctorContext context;
    private final PhotoBucket bucket;
    private final CollectionRef collection;
    private final DiscrepancyCollector found;
    private final UnknownFiles unknown;

    FileComparison(DoctorContext context, PhotoBucket bucket, CollectionRef collection, DiscrepancyCollector found) {
        this.context = context;
        this.bucket = bucket;
        this.collection = collection;
        this.found = found;
        this.unknown = new UnknownFiles(context);
    }

    @Override
    public void onlyOurs(RecordedPhoto ours) {
        boolean expected = ours.company().equals(collection.company()) && !ours.leaving() && !ours.waiting();
        if (expected
                && !context.isBusy(ours.person())
                && bucket.get(PhotoRecord.key(ours.id())).isEmpty()) {
            found.add(Discrepancy.of(DiscrepancyKind.FILE_MISSING, ours.id().toString())
                    .of(ours.person(), ours.id()));
        }
    }

    @Override
    public void onlyTheirs(String key) {
        unknown.kind(key).ifPresent(kind -> found.add(Discrepancy.of(kind, key)));
    }

    @Override
    public void both(RecordedPhoto ours, String theirs) {
        // The bytes of files on this computer are compared by the daily check of the data folder.
    }
}
