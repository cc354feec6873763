package io.vestibule.enrol.repair;

import io.vestibule.base.PhotoId;
import io.vestibule.base.Sha256;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.PhotoBucket;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.people.PhotoFileState;
import io.vestibule.people.PhotoFileStore;
import io.vestibule.people.PhotoRecord;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Compares the photo files of this computer with the photos that people have. What is found is stored, so that
/// the
/// profile shows it with its repairs. Reads files slowly and changes none, except that a lost one is copied
/// from the bucket that was used before. Blocks.
public final class PhotoFileCheck {

    private static final int PAGE = 20;

    /// Between two photos: a check of 15,000 takes an hour.
    private static final long PAUSE_NANOS = 200_000_000;

    /// Number of photos and files with a problem.
    ///
    /// @param foreign files that belong to no photo
    public record Result(int missing, int damaged, int foreign) {}

    private final EnrolContext context;
    private final PhotoFileStore states;
    private final PhotoBucket bucket;
    private final Function<String, Optional<byte[]>> previousBucket;
    private final BooleanSupplier stopped;

    /// @param bucket the folder of the photos
    /// @param previousBucket looks up by its key a photo in the bucket that was used before
    /// @param stopped ends the check early
    public PhotoFileCheck(
            EnrolContext context,
            PhotoBucket bucket,
            Function<String, Optional<byte[]>> previousBucket,
            BooleanSupplier stopped) {
        this.context = context;
        this.states = context.people().photoFiles();
        this.bucket = bucket;
        this.previousBucket = previousBucket;
        this.stopped = stopped;
    }

    /// Checks every photo.
    ///
    /// @param pause whether to rest between two photos, so that nothing else waits
    public Result run(boolean pause) {
        var last = Optional.<PhotoId>empty();
        for (var page = states.uploadedAfter(last, PAGE); !page.isEmpty(); page = states.uploadedAfter(last, PAGE)) {
            for (var photo : page) {
                if (stopped.getAsBoolean()) {
                    return result(0);
                }
                check(photo);
                if (pause) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
            last = Optional.of(page.getLast().id());
        }
        return result(foreign());
    }

    private Result result(int foreign) {
        return new Result(states.count(PhotoFileState.MISSING), states.count(PhotoFileState.DAMAGED), foreign);
    }

    private void check(PhotoRecord photo) {
        var state = state(photo);
        if (state != PhotoFileState.GOOD && repaired(photo)) {
            state = PhotoFileState.GOOD;
        }
        // Read again: a step may have uploaded or erased it in the meantime.
        if (state == PhotoFileState.GOOD || (states.isUploaded(photo.id()) && !isInProgress(photo))) {
            states.save(photo.id(), state, context.clock().instant());
        }
    }

    private PhotoFileState state(PhotoRecord photo) {
        try {
            return bucket.get(photo.key())
                    .map(bytes ->
                            Sha256.hex(bytes).equals(photo.sha256()) ? PhotoFileState.GOOD : PhotoFileState.DAMAGED)
                    .orElse(PhotoFileState.MISSING);
        } catch (CloudException _) {
            return PhotoFileState.DAMAGED;
        }
    }

    private boolean repaired(PhotoRecord photo) {
        try {
            var bytes = previousBucket
                    .apply(photo.key())
                    .filter(copy -> Sha256.hex(copy).equals(photo.sha256()));
            bytes.ifPresent(copy -> bucket.put(photo.key(), copy));
            return bytes.isPresent();
        } catch (CloudException _) {
            return false;
        }
    }

    private boolean isInProgress(PhotoRecord photo) {
        return !context.journal().openStepsFor(photo.id().toString()).isEmpty();
    }

    /// Files of photos that are being erased have a row still.
    private int foreign() {
        var known = new HashSet<String>();
        states.allIds().forEach(id -> known.add(PhotoRecord.key(id)));
        try {
            return (int)
                    bucket.keys("").stream().filter(key -> !known.contains(key)).count();
        } catch (CloudException _) {
            return 0; // reported when the folder is needed
        }
    }
}
