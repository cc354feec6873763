package io.vestibule.inspect;

import io.vestibule.cloud.Operation;
import io.vestibule.settings.Setting;
import io.vestibule.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Settings of the checks that are switched on. Checks that cost money, because every photo they analyse is sent to
/// Amazon, are off by default; those of the embedded engine are free and send nothing, and are on.
public final class InspectKeys {

    /// ARN of the version of the company's custom model; empty for none.
    public static final Setting<String> CUSTOM_MODEL = Setting.text("inspect.custom-model", "", InspectKeys::isModel);

    private static final int LONGEST_ARN = 2048;

    private InspectKeys() {}

    /// The setting of a check on Amazon Rekognition.
    public static Setting<Boolean> aws(InspectionKind inspectionKind) {
        return Setting.flag("inspect.aws." + name(inspectionKind), false);
    }

    /// The setting of a check on the embedded engine; empty if the engine does not support the check.
    public static Optional<Setting<Boolean>> embedded(InspectionKind inspectionKind) {
        return switch (inspectionKind) {
            case COMPARE, FACES -> Optional.of(Setting.flag("inspect.embedded." + name(inspectionKind), true));
            case EQUIPMENT, MODERATION, TEXT, LABELS, CUSTOM_LABELS -> Optional.empty();
        };
    }

    /// The optional Amazon Rekognition operations that are switched on, in addition to those that are always used.
    public static List<Operation> enabledOperations(Settings settings) {
        return Arrays.stream(InspectionKind.values())
                .filter(inspectionKind -> settings.get(aws(inspectionKind)))
                .map(InspectionKind::operation)
                .toList();
    }

    /// Whether a text is a valid model ARN or empty.
    public static boolean isModel(String text) {
        return text.isEmpty()
                || (text.length() <= LONGEST_ARN
                        && text.matches("arn:[a-z-]+:rekognition:[a-z0-9-]+:\\d{12}:project/[^/\\s]+/version/\\S+"));
    }

    private static String name(InspectionKind inspectionKind) {
        return inspectionKind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
