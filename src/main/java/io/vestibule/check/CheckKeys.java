package io.vestibule.check;

import io.vestibule.settings.Setting;
import io.vestibule.settings.Settings;

/// The [CheckLimits] that can be configured; the others keep their measured defaults. Of each pair of limits, a photo
/// is rejected beyond the first and gets a warning beyond the second.
public final class CheckKeys {

    public static final int LEAST_FACE = 40;
    public static final int MOST_FACE = 1_000;
    public static final double MOST_TEMPLATE = 10;
    public static final double MOST_SHARPNESS = 1_000;
    public static final double MOST_LIGHT = 255;

    public static final Setting<Integer> FACE_REFUSE =
            Setting.integer("check.face.refuse", CheckLimits.DEFAULT.size().refuseBelow(), LEAST_FACE, MOST_FACE, "px");
    public static final Setting<Integer> FACE_WARN =
            Setting.integer("check.face.warn", CheckLimits.DEFAULT.size().warnBelow(), LEAST_FACE, MOST_FACE, "px");
    public static final Setting<Double> TEMPLATE_REFUSE =
            limit("check.template.refuse", CheckLimits.DEFAULT.template().refuseBelow(), MOST_TEMPLATE);
    public static final Setting<Double> TEMPLATE_WARN =
            limit("check.template.warn", CheckLimits.DEFAULT.template().warnBelow(), MOST_TEMPLATE);
    public static final Setting<Double> SHARPNESS_REFUSE =
            limit("check.sharpness.refuse", CheckLimits.DEFAULT.sharpness().refuseBelow(), MOST_SHARPNESS);
    public static final Setting<Double> SHARPNESS_WARN =
            limit("check.sharpness.warn", CheckLimits.DEFAULT.sharpness().warnBelow(), MOST_SHARPNESS);
    public static final Setting<Double> DARK_REFUSE =
            limit("check.dark.refuse", CheckLimits.DEFAULT.light().refuseDarker(), MOST_LIGHT);
    public static final Setting<Double> BRIGHT_REFUSE =
            limit("check.bright.refuse", CheckLimits.DEFAULT.light().refuseBrighter(), MOST_LIGHT);

    private CheckKeys() {}

    /// The configured limits. If a hand-edited file has a warning limit that is laxer than the rejection limit, the
    /// rejection limit is used for both.
    public static CheckLimits read(Settings settings) {
        CheckLimits usual = CheckLimits.DEFAULT;
        int face = settings.get(FACE_REFUSE);
        float template = settings.get(TEMPLATE_REFUSE).floatValue();
        float sharpness = settings.get(SHARPNESS_REFUSE).floatValue();
        float dark = settings.get(DARK_REFUSE).floatValue();
        float bright = settings.get(BRIGHT_REFUSE).floatValue();
        return new CheckLimits(
                new CheckLimits.SizeLimits(
                        face,
                        Math.max(face, settings.get(FACE_WARN)),
                        usual.size().score()),
                new CheckLimits.TemplateLimits(
                        template,
                        Math.max(template, settings.get(TEMPLATE_WARN).floatValue()),
                        usual.template().residual()),
                new CheckLimits.SharpnessLimits(
                        sharpness,
                        Math.max(sharpness, settings.get(SHARPNESS_WARN).floatValue()),
                        usual.sharpness().halvedBelow()),
                new CheckLimits.LightLimits(
                        dark,
                        Math.max(dark, usual.light().warnDarker()),
                        Math.min(bright, usual.light().warnBrighter()),
                        bright,
                        usual.light().contrast(),
                        usual.light().side()),
                usual.pose(),
                usual.eyes());
    }

    private static Setting<Double> limit(String key, float usual, double most) {
        return Setting.decimal(key, usual, 0, most, "");
    }
}
