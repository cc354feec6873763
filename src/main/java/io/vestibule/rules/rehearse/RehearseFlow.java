package io.vestibule.rules.rehearse;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.vms.CameraEvent;
import io.vestibule.vms.VmsClient;
import io.vestibule.vms.VmsException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// Asks the collection and the camera what a rehearsal needs. Blocks; keeps and sends nothing but the search.
public final class RehearseFlow {

    private final FaceSearch faces;
    private final Supplier<VmsClient> vms;
    private final Session session;
    private final List<FrameSource> frames = new CopyOnWriteArrayList<>();

    public RehearseFlow(FaceSearch faces, Supplier<VmsClient> vms, Session session) {
        this.faces = faces;
        this.vms = vms;
        this.session = session;
    }

    /// Adds a source of pictures; its button shows from the next rehearsal on.
    public void plug(FrameSource source) {
        frames.add(source);
    }

    /// Where pictures can come from besides files.
    public List<FrameSource> frames() {
        return List.copyOf(frames);
    }

    public FaceSearch faces() {
        return faces;
    }

    /// @throws io.vestibule.audit.AuditException if the operator may not see similarities
    public FaceSearch.Seen look(String collection, byte[] picture) throws Exception {
        session.require(Permission.SEE_FIGURES);
        return faces.search(collection, picture);
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
