package io.vestibule.app.desktop;

import io.vestibule.audit.AuditException;
import io.vestibule.base.Problem;
import io.vestibule.bulk.BulkException;
import io.vestibule.clip.ClipException;
import io.vestibule.cloud.CloudException;
import io.vestibule.doctor.DoctorException;
import io.vestibule.enrol.EnrolException;
import io.vestibule.inspect.InspectException;
import io.vestibule.photo.PhotoException;
import io.vestibule.privacy.PrivacyException;
import io.vestibule.rules.RuleException;
import io.vestibule.settings.SettingsException;
import io.vestibule.setup.SetupException;
import io.vestibule.store.StoreException;
import io.vestibule.vision.VisionException;
import io.vestibule.vms.VmsException;
import java.util.Optional;

/// Maps an exception to the [Problem] that it carries. An unexpected exception carries none.
public final class ProblemMapper {

    private ProblemMapper() {}

    public static Optional<Problem> problemOf(Throwable failure) {
        return switch (failure) {
            case AuditException e -> Optional.of(e.problem());
            case BulkException e -> Optional.of(e.problem());
            case ClipException e -> Optional.of(e.problem());
            case CloudException e -> Optional.of(e.problem());
            case DoctorException e -> Optional.of(e.problem());
            case EnrolException e -> Optional.of(e.problems().getFirst());
            case InspectException e -> Optional.of(e.problem());
            case PhotoException e -> Optional.of(e.problem());
            case PrivacyException e -> Optional.of(e.problem());
            case RuleException e -> Optional.of(e.problem());
            case SettingsException e -> Optional.of(e.problem());
            case StoreException e -> Optional.of(e.problem());
            case SetupException e -> Optional.of(e.problem());
            case VisionException e -> Optional.of(e.problem());
            case VmsException e -> Optional.of(e.problem());
            default -> Optional.empty();
        };
    }
}
