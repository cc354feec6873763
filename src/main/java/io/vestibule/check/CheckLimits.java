package io.vestibule.check;

/// Where a measured value becomes a finding. The defaults were measured with the shipped models on 62 people
/// whose photos were degraded in 14 ways; other models need other limits.
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

    /// @param refuseBelow face height in pixels below which faces are no longer told apart reliably
    /// @param warnBelow face height in pixels that is asked for at enrolment
    /// @param score how sure the detector must be that it sees a face, 0..1
    public record SizeLimits(int refuseBelow, int warnBelow, float score) {}

    /// @param refuseBelow length of the face vector: below 2.5, 59 % of faces fail to match at cosine .45
    /// @param warnBelow from 3.2 on 1.4 % do
    /// @param residual pixels, of the five points against the template; beyond it the points are in doubt
    public record TemplateLimits(float refuseBelow, float warnBelow, float residual) {}

    /// @param refuseBelow variance of the Laplacian
    /// @param warnBelow the same
    /// @param halvedBelow contrast (standard deviation of gray) below which both limits are halved:
    ///                    flat light lowers the measured sharpness of a sharp face too
    public record SharpnessLimits(float refuseBelow, float warnBelow, float halvedBelow) {}

    /// All on the gray face, 0..255.
    ///
    /// @param contrast standard deviation below which is warned
    /// @param side difference between the halves of the face beyond which is warned
    public record LightLimits(
            float refuseDarker,
            float warnDarker,
            float warnBrighter,
            float refuseBrighter,
            float contrast,
            float side) {}

    /// Degrees. A set for enrolment wants some photos turned left, right, up and down, so turning is refused
    /// only where the service refuses it: yaw 45 either way, pitch 30 down and 45 up.
    ///
    /// @param warnPitch either way
    /// @param refuseRoll up to here the face is turned upright before it is compared; at 60 degrees most no
    ///     longer match
    public record PoseLimits(
            float warnYaw,
            float refuseYaw,
            float warnPitch,
            float refuseDown,
            float refuseUp,
            float warnRoll,
            float refuseRoll) {}

    /// An eye is called closed only if all three agree; the eye model alone errs on a quarter of smaller faces.
    /// It is a warning and never a refusal, because narrow eyes are not closed eyes.
    ///
    /// @param minFaceHeight pixels
    /// @param probability that the eye is closed must be above this, of both eyes
    /// @param aspect eye height by eye width, below which an eye may be closed; open is about .27
    public record EyeLimits(float minFaceHeight, float probability, float aspect) {}
}
