package io.vestibule.inspect;

import io.vestibule.cloud.Operation;
import io.vestibule.settings.Setting;
import io.vestibule.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which checks are switched on. Those that cost money, since every photo that they look at is sent to Amazon, are off
/// until somebody wants them; those of the embedded engine cost nothing and send nothing, and are on.
public final class InspectKeys {

    /// The company's own model, as the ARN of its version; empty for none.
    public static final Setting<String> CUSTOM_MODEL = Setting.text("inspect.custom-model", "", InspectKeys::isModel);

    private static final int LONGEST_ARN = 2048;

    private InspectKeys() {}

    /// The switch of a check on Amazon Rekognition.
    public static Setting<Boolean> aws(InspectionKind inspectionKind) {
        return Setting.flag("inspect.aws." + name(inspectionKind), false);
    }

    /// The switch of a check on the embedded engine; empty for what it cannot do.
    public static Optional<Setting<Boolean>> embedded(InspectionKind inspectionKind) {
        return switch (inspectionKind) {
            case COMPARE, FACES -> Optional.of(Setting.flag("inspect.embedded." + name(inspectionKind), true));
            case EQUIPMENT, MODERATION, TEXT, LABELS, CUSTOM_LABELS -> Optional.empty();
        };
    }

    /// The operations of Amazon Rekognition that are wanted beside those without which nothing works.
    public static List<Operation> enabledOperations(Settings settings) {
        return Arrays.stream(InspectionKind.values())
                .filter(inspectionKind -> settings.get(aws(inspectionKind)))
                .map(InspectionKind::operation)
                .toList();
    }

    /// Whether a text can be what names a model; empty is.
    public static boolean isModel(String text) {
        return text.isEmpty()
                || (text.length() <= LONGEST_ARN
                        && text.matches("arn:[a-z-]+:rekognition:[a-z0-9-]+:\\d{12}:project/[^/\\s]+/version/\\S+"));
    }

    private static String name(InspectionKind inspectionKind) {
        return inspectionKind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
