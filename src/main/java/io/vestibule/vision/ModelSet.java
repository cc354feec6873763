package io.vestibule.vision;

import io.vestibule.vision.ModelDescriptor.Resource;
import io.vestibule.vision.ModelInputSpec.Planes;
import java.util.List;

/// The models that are used together. Vectors of two sets are never compared, so every set has its own `engine` name.
///
/// @param engine stable name with its version; changes when any model or processing step changes
/// @param detector finds faces: outputs are scores `[1, n, 2]` and boxes `[1, n, 4]` (corners, 0..1)
/// @param landmarks 68 points: 136 fractions of its crop
/// @param pose yaw, pitch and roll, each as 66 bins of three degrees
/// @param features the face vector: 512 numbers, not normalised
/// @param eyes whether an eye is closed (first of two numbers) or open
public record ModelSet(
        String engine,
        ModelDescriptor detector,
        ModelDescriptor landmarks,
        ModelDescriptor pose,
        ModelDescriptor features,
        ModelDescriptor eyes) {

    /// The bundled models; their origins and licences are in `assets/models/NOTICE`.
    public static ModelSet shipped() {
        return new ModelSet(
                "embedded-1",
                new ModelDescriptor(
                        "fr_detect",
                        new Resource("/assets/models/fr_detect.onnx"),
                        "6c0256ccd3164f844736a401faf936ec2930764a87ae39442180887d0c5c8854",
                        ModelInputSpec.of(320, 240, Planes.RGB, 127, 128),
                        List.of("scores", "boxes")),
                new ModelDescriptor(
                        "fr_landmark",
                        new Resource("/assets/models/fr_landmark.onnx"),
                        "f10b0ba1d2a8a099adefede1ebf3733e44fe370715e7303dbeb7f59c02142258",
                        ModelInputSpec.of(64, 64, Planes.GRAY, 0, 256),
                        List.of("output")),
                new ModelDescriptor(
                        "fr_pose",
                        new Resource("/assets/models/fr_pose.onnx"),
                        "72d032ec941b7153bf8d3f2c03a4c165453cc7e63d479041ec7c6ef087e5839d",
                        new ModelInputSpec(
                                224,
                                224,
                                Planes.RGB,
                                List.of(0.485 * 255, 0.456 * 255, 0.406 * 255),
                                List.of(0.229 * 255, 0.224 * 255, 0.225 * 255)),
                        List.of("output", "617", "618")),
                new ModelDescriptor(
                        "fr_feature",
                        new Resource("/assets/models/fr_feature.onnx"),
                        "87aacdfe57510db2af90c0251df680e8eec88f122ee94712121d09bcaaaf3581",
                        ModelInputSpec.of(112, 112, Planes.BGR, 127, 128),
                        List.of("output")),
                new ModelDescriptor(
                        "fr_eye",
                        new Resource("/assets/models/fr_eye.onnx"),
                        "1afcea006abc1ccac3c517022abde0aa092bed74ff3c9fe6878483ef9e6e38de",
                        ModelInputSpec.of(24, 24, Planes.GRAY, 0, 255),
                        List.of("output")));
    }
}
