package io.vestibule.rules.rehearse;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.photo.Pixels;
import io.vestibule.vms.CameraEvent;
import io.vestibule.vms.VmsClient;
import io.vestibule.vms.VmsException;
import java.util.List;
import java.util.function.Supplier;

/// Asks the collection and the camera what a rehearsal needs. Blocks; keeps and sends nothing but the search.
public final class RehearseFlow {

    private final FaceSearch faceSearch;
    private final Supplier<byte[]> sample;
    private final Supplier<VmsClient> vms;
    private final Session session;

    /// @param sample a photo of a sample person that is never enrolled itself
    public RehearseFlow(FaceSearch faceSearch, Supplier<byte[]> sample, Supplier<VmsClient> vms, Session session) {
        this.faceSearch = faceSearch;
        this.sample = sample;
        this.vms = vms;
        this.session = session;
    }

    /// A photo to try a rule with where nobody is at hand.
    public byte[] sample() {
        return sample.get();
    }

    public FaceSearch faceSearch() {
        return faceSearch;
    }

    /// @throws io.vestibule.audit.AuditException if the operator may not see similarities
    public FaceSearch.FaceSearchResult search(String collection, byte[] picture) throws Exception {
        session.require(Permission.SEE_FIGURES);
        return faceSearch.search(collection, picture);
    }

    /// @throws io.vestibule.audit.AuditException if the operator may not see similarities
    public FaceSearch.FaceSearchResult search(String collection, Pixels picture) throws Exception {
        session.require(Permission.SEE_FIGURES);
        return faceSearch.search(collection, picture);
    }

    /// The events of a camera; none if the VMS does not say.
    public List<CameraEvent> events(long camera) {
        try {
            return vms.get().events(camera);
        } catch (VmsException _) {
            return List.of();
        }
    }
}
