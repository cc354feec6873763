package io.vestibule.inspect;

import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.cloud.ImageAnalysis;
import io.vestibule.cloud.ImageSource;
import io.vestibule.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/// Runs the checks that are switched on. Every photo that is sent from this computer is recorded in the audit log.
public final class PhotoInspector {

    private final Supplier<ImageAnalysis> analysis;
    private final boolean remote;
    private final Settings settings;
    private final Session session;
    private final AuditLog log;

    /// Whether a check is available.
    public enum State {
        ON,
        OFF,
        /// The engine in use does not support it.
        NOT_HERE
    }

    /// @param analysis the analysis service in use
    /// @param remote whether that is Amazon instead of this computer
    public PhotoInspector(
            Supplier<ImageAnalysis> analysis, boolean remote, Settings settings, Session session, AuditLog log) {
        this.analysis = analysis;
        this.remote = remote;
        this.settings = settings;
        this.session = session;
        this.log = log;
    }

    public State state(InspectionKind inspectionKind) {
        if (remote) {
            return settings.get(InspectKeys.aws(inspectionKind)) ? State.ON : State.OFF;
        }
        return InspectKeys.embedded(inspectionKind)
                .map(setting -> settings.get(setting) ? State.ON : State.OFF)
                .orElse(State.NOT_HERE);
    }

    public boolean isEnabled(InspectionKind inspectionKind) {
        return state(inspectionKind) == State.ON;
    }

    /// The checks that are switched on, in their usual order.
    public List<InspectionKind> enabledChecks() {
        return Arrays.stream(InspectionKind.values()).filter(this::isEnabled).toList();
    }

    /// Runs one check on one photo. Blocks.
    ///
    /// @param inspectionKind any but [InspectionKind#COMPARE], which needs two pictures
    /// @param jpeg bytes that the service accepts: JPEG or PNG, up to 5 MiB
    /// @param subject id of the photo or the person, for the audit log; empty if it is not saved
    /// @throws InspectException if the check is switched off; nothing was sent
    /// @throws io.vestibule.cloud.CloudException if the call to the service failed
    /// @throws io.vestibule.audit.AuditException if no operator with permission to enrol is signed in
    public InspectionResult inspect(InspectionKind inspectionKind, byte[] jpeg, String subject) {
        session.require(Permission.ENROL);
        requireEnabled(inspectionKind);
        var image = new ImageSource.Bytes(jpeg);
        var service = analysis.get();
        var sight = switch (inspectionKind) {
            case FACES -> new InspectionResult.Faces(service.faces(image));
            case EQUIPMENT -> new InspectionResult.Equipment(service.equipment(image));
            case MODERATION -> new InspectionResult.Labels(inspectionKind, service.moderation(image));
            case TEXT -> new InspectionResult.Text(service.text(image));
            case LABELS -> new InspectionResult.Labels(inspectionKind, service.labels(image));
            case CUSTOM_LABELS -> new InspectionResult.Labels(inspectionKind, service.customLabels(image, model()));
            case COMPARE -> throw new IllegalArgumentException("It takes two pictures");
        };
        if (remote) {
            log.append("photo.looked-at", subject);
        }
        return sight;
    }

    /// @throws InspectException if the check is not available
    void requireEnabled(InspectionKind inspectionKind) {
        if (!isEnabled(inspectionKind)) {
            throw new InspectException(new InspectFailure.SwitchedOff(inspectionKind));
        }
    }

    ImageAnalysis service() {
        return analysis.get();
    }

    private String model() {
        var model = settings.get(InspectKeys.CUSTOM_MODEL);
        if (model.isEmpty()) {
            throw new InspectException(new InspectFailure.NoModel());
        }
        return model;
    }
}
