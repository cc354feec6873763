package io.vestibule.check;

/// The limits beyond which a measured value becomes a finding. The defaults were measured with the bundled models on
/// 62 people whose photos were degraded in 14 ways; other models need other limits.
public record CheckLimits(
        SizeLimits size,
        TemplateLimits template,
        SharpnessLimits sharpness,
        LightLimits light,
        PoseLimits pose,
        EyeLimits eyes) {

    public static final CheckLimits DEFAULT = new CheckLimits(
            new SizeLimits(70, 110, 0.7f),
            new TemplateLimits(2.5f, 3.0f, 7f),
            new SharpnessLimits(15, 30, 20),
            new LightLimits(25, 50, 210, 235, 15, 60),
            new PoseLimits(20, 45, 15, 30, 45, 15, 45),
            new EyeLimits(200, 0.9f, 0.17f));

    /// @param refuseBelow face height in pixels below which faces are no longer distinguished reliably
    /// @param warnBelow face height in pixels that is recommended for enrolment
    /// @param score minimum confidence of the face detector, 0..1
    public record SizeLimits(int refuseBelow, int warnBelow, float score) {}

    /// @param refuseBelow length of the face vector: below 2.5, 59 % of faces fail to match at cosine .45
    /// @param warnBelow length of the face vector: from 3.2 on, 1.4 % fail
    /// @param residual in pixels, of the five landmarks against the template; above it the landmarks are unreliable
    public record TemplateLimits(float refuseBelow, float warnBelow, float residual) {}

    /// @param refuseBelow variance of the Laplacian
    /// @param warnBelow the same
    /// @param halvedBelow contrast (standard deviation of gray) below which both limits are halved: flat
    ///     light lowers the measured sharpness of a sharp face too
    public record SharpnessLimits(float refuseBelow, float warnBelow, float halvedBelow) {}

    /// All values are gray levels of the face, 0..255.
    ///
    /// @param contrast standard deviation below which there is a warning
    /// @param side difference between the halves of the face above which there is a warning
    public record LightLimits(
            float refuseDarker,
            float warnDarker,
            float warnBrighter,
            float refuseBrighter,
            float contrast,
            float side) {}

    /// Degrees. A set for enrolment wants some photos turned left, right, up and down, so a turned head is rejected
    /// only where the service rejects it: yaw 45 either way, pitch 30 down and 45 up.
    ///
    /// @param warnPitch either way
    /// @param refuseRoll up to here the face is rotated upright before the comparison; at 60 degrees most faces no
    ///     longer match
    public record PoseLimits(
            float warnYaw,
            float refuseYaw,
            float warnPitch,
            float refuseDown,
            float refuseUp,
            float warnRoll,
            float refuseRoll) {}

    /// An eye counts as closed only if all three agree; the eye model alone is wrong on a quarter of smaller faces.
    /// It is a warning and never a rejection, because narrow eyes are not closed eyes.
    ///
    /// @param minFaceHeight pixels
    /// @param probability that the eye is closed must be above this, for both eyes
    /// @param aspect eye height by eye width, below which an eye may be closed; an open one has about .27
    public record EyeLimits(float minFaceHeight, float probability, float aspect) {}
}
