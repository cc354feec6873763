package io.vestibule.rules.rehearse;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.photo.Pixels;
import io.vestibule.vms.CameraEvent;
import io.vestibule.vms.VmsClient;
import io.vestibule.vms.VmsException;
import java.util.List;
import java.util.function.Supplier;

/// Queries the collection and the VMS for a rehearsal. Blocks; stores nothing, and sends nothing but the search.
public final class RehearseFlow {

    private final FaceSearch faceSearch;
    private final Supplier<byte[]> sample;
    private final Supplier<VmsClient> vms;
    private final Session session;

    /// @param sample a photo of a sample person who is never enrolled
    public RehearseFlow(FaceSearch faceSearch, Supplier<byte[]> sample, Supplier<VmsClient> vms, Session session) {
        this.faceSearch = faceSearch;
        this.sample = sample;
        this.vms = vms;
        this.session = session;
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

    /// The events of a camera; empty if the VMS does not report them.
    public List<CameraEvent> events(long camera) {
        try {
            return vms.get().events(camera);
        } catch (VmsException _) {
            return List.of();
        }
    }
}
