package io.vestibule.rules.rehearse;

import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.base.ProgressListener;
import io.vestibule.photo.Pixels;
import io.vestibule.rules.rehearse.recording.RecordingScan;
import io.vestibule.rules.rehearse.recording.RecordingScanner;
import io.vestibule.settings.OwnerOnlyFiles;
import io.vestibule.vms.CameraEvent;
import io.vestibule.vms.VmsClient;
import io.vestibule.vms.VmsException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Queries the collection and the VMS for a rehearsal. Blocks; stores nothing, and sends nothing but the search.
public final class RehearseFlow {

    private final FaceSearch faceSearch;
    private final Supplier<byte[]> sample;
    private final Supplier<VmsClient> vms;
    private final Session session;
    private final RecordingScanner scanner;
    private final AuditLog log;

    /// @param sample a photo of a sample person who is never enrolled
    public RehearseFlow(
            FaceSearch faceSearch,
            Supplier<byte[]> sample,
            Supplier<VmsClient> vms,
            Session session,
            RecordingScanner scanner,
            AuditLog log) {
        this.faceSearch = faceSearch;
        this.sample = sample;
        this.vms = vms;
        this.session = session;
        this.scanner = scanner;
        this.log = log;
    }

    /// A sample photo to try a rule with when no person is present.
    public byte[] sample() {
        return sample.get();
    }

    public FaceSearch faceSearch() {
        return faceSearch;
    }

    /// @throws io.vestibule.audit.AuditException if the operator has no permission to see similarities
    public FaceSearch.FaceSearchResult search(String collection, byte[] picture) throws Exception {
        session.require(Permission.SEE_FIGURES);
        return faceSearch.search(collection, picture);
    }

    /// @throws io.vestibule.audit.AuditException if the operator has no permission to see similarities
    public FaceSearch.FaceSearchResult search(String collection, Pixels picture) throws Exception {
        session.require(Permission.SEE_FIGURES);
        return faceSearch.search(collection, picture);
    }

    /// The faces of a recording, found on this computer; nothing is sent.
    ///
    /// @throws io.vestibule.audit.AuditException if the operator has no permission to see similarities
    public RecordingScan scan(Path recording, ProgressListener listener) throws Exception {
        session.require(Permission.SEE_FIGURES);
        return scanner.scan(recording, listener);
    }

    /// What searches for that many faces cost, in US dollars; empty where the service does not charge.
    public Optional<BigDecimal> price(int searches) {
        return scanner.price(searches);
    }

    /// Writes the table of who appeared when into a file that only this user can read.
    ///
    /// @param rows number of appearances, for the audit log
    /// @throws io.vestibule.audit.AuditException if the operator has no permission to see similarities
    public Path export(Path file, String table, long rows) throws IOException {
        session.require(Permission.SEE_FIGURES);
        log.append("rule.appearances-exported", Long.toString(rows));
        OwnerOnlyFiles.write(file, table.getBytes(StandardCharsets.UTF_8));
        return file;
    }

    /// The events of a camera; empty if the VMS does not report them.
    public List<CameraEvent> events(long camera) {
        try {
            return vms.get().events(camera);
        } catch (VmsException _) {
            return List.of();
        }
    }
}
