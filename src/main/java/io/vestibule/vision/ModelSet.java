package io.vestibule.vision;

/// The models that see together. A better one takes the place of one here, and the engine's name changes with it,
/// because scores of two sets cannot be compared.
///
/// @param engine name and version that go beside every stored score
/// @param detect UltraFace RFB-320: RGB 320 x 240, `(p - 127) / 128`; 4,420 boxes and scores
/// @param landmarks 68 iBUG points of a gray 64 x 64 face, `g / 256`
/// @param vector MobileFaceNet: BGR 112 x 112 aligned, `(p - 127) / 128`; 512 numbers
/// @param pose HopeNet bins of an RGB 224 x 224 face, ImageNet mean and deviation; 66 bins an angle
/// @param eye open or closed of a gray 24 x 24 eye, `g / 255`; index 0 is closed
public record ModelSet(
        String engine,
        ModelDescriptor detect,
        ModelDescriptor landmarks,
        ModelDescriptor vector,
        ModelDescriptor pose,
        ModelDescriptor eye) {

    /// The models in this package; their licence and origin are in the notice beside them.
    public static ModelSet shipped() {
        return new ModelSet(
                "embedded-1",
                shipped("fr_detect", "6c0256ccd3164f844736a401faf936ec2930764a87ae39442180887d0c5c8854"),
                shipped("fr_landmark", "f10b0ba1d2a8a099adefede1ebf3733e44fe370715e7303dbeb7f59c02142258"),
                shipped("fr_feature", "87aacdfe57510db2af90c0251df680e8eec88f122ee94712121d09bcaaaf3581"),
                shipped("fr_pose", "72d032ec941b7153bf8d3f2c03a4c165453cc7e63d479041ec7c6ef087e5839d"),
                shipped("fr_eye", "1afcea006abc1ccac3c517022abde0aa092bed74ff3c9fe6878483ef9e6e38de"));
    }

    private static ModelDescriptor shipped(String name, String sha256) {
        return new ModelDescriptor(name, "/assets/models/" + name + ".onnx", sha256);
    }
}
