package io.vestibule.cloud;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.Image;
import software.amazon.awssdk.services.rekognition.model.ProtectiveEquipmentType;
import software.amazon.awssdk.services.rekognition.model.TextTypes;

/// Adapter for the analysis of single pictures behind the SDK's own interface: Amazon Rekognition over the network,
/// or the embedded engine.
public final class RekognitionAnalysis implements ImageAnalysis {

    /// The operations of the embedded engine.
    public static final Set<Operation> OF_FACES = Set.of(Operation.COMPARE_FACES, Operation.DETECT_FACES);

    private static final String INVALID = "InvalidParameterException";
    private static final float ALL = 0;
    private static final float LEAST_WORN = 80;
    private static final float LEAST_UNFIT = 60;
    private static final float LEAST_LABEL = 55;
    private static final int MOST_LABELS = 30;

    private final RekognitionClient client;
    private final RekognitionFaces.EngineInfo engineInfo;
    private final Set<Operation> offered;
    private final CallExecutor executor;

    /// @param offered the operations of the service behind the client
    public RekognitionAnalysis(
            RekognitionClient client,
            RekognitionFaces.EngineInfo engineInfo,
            Set<Operation> offered,
            RateLimiter gate,
            CallLog log,
            InstantSource clock) {
        this.client = client;
        this.engineInfo = engineInfo;
        this.offered = Set.copyOf(offered);
        this.executor = new CallExecutor(engineInfo.billed(), gate, log, clock);
    }

    @Override
    public String scoreScale() {
        return engineInfo.scoreScale();
    }

    @Override
    public boolean supports(Operation operation) {
        return offered.contains(operation);
    }

    @Override
    public Optional<Comparison> compare(ImageSource one, ImageSource other) {
        try {
            var answer = executor.executeRaw(
                    Operation.COMPARE_FACES,
                    () -> client.compareFaces(r -> r.sourceImage(picture(one))
                            .targetImage(picture(other))
                            .similarityThreshold(ALL)));
            return ImageAnalysisMapper.comparison(answer);
        } catch (RuntimeException e) {
            // For a picture without a face the service only reports that its parameters are invalid.
            if (SdkFailureMapper.hasCodeAndMessage(e, INVALID, "")) {
                return Optional.empty();
            }
            throw CallExecutor.toException(Operation.COMPARE_FACES, e);
        }
    }

    @Override
    public List<DetectedFace> faces(ImageSource image) {
        return executor
                .execute(Operation.DETECT_FACES, () -> client.detectFaces(r -> r.image(picture(image))))
                .faceDetails()
                .stream()
                .map(ImageAnalysisMapper::face)
                .sorted(Comparator.comparingDouble((DetectedFace face) ->
                                face.box().width() * face.box().height())
                        .reversed())
                .toList();
    }

    @Override
    public List<PersonEquipment> equipment(ImageSource image) {
        return executor
                .execute(
                        Operation.DETECT_PROTECTIVE_EQUIPMENT,
                        () -> client.detectProtectiveEquipment(r -> r.image(picture(image))
                                .summarizationAttributes(s -> s.minConfidence(LEAST_WORN)
                                        .requiredEquipmentTypes(
                                                ProtectiveEquipmentType.FACE_COVER,
                                                ProtectiveEquipmentType.HEAD_COVER))))
                .persons()
                .stream()
                .map(ImageAnalysisMapper::wearer)
                .toList();
    }

    @Override
    public List<DetectedLabel> moderation(ImageSource image) {
        return executor
                .execute(
                        Operation.DETECT_MODERATION_LABELS,
                        () -> client.detectModerationLabels(
                                r -> r.image(picture(image)).minConfidence(LEAST_UNFIT)))
                .moderationLabels()
                .stream()
                .map(ImageAnalysisMapper::label)
                .sorted(Comparator.comparingDouble(DetectedLabel::confidence).reversed())
                .toList();
    }

    @Override
    public List<TextLine> text(ImageSource image) {
        return executor
                .execute(Operation.DETECT_TEXT, () -> client.detectText(r -> r.image(picture(image))))
                .textDetections()
                .stream()
                .filter(found -> TextTypes.LINE.toString().equals(found.typeAsString()))
                .map(ImageAnalysisMapper::line)
                .toList();
    }

    @Override
    public List<DetectedLabel> labels(ImageSource image) {
        return executor
                .execute(
                        Operation.DETECT_LABELS,
                        () -> client.detectLabels(r ->
                                r.image(picture(image)).maxLabels(MOST_LABELS).minConfidence(LEAST_LABEL)))
                .labels()
                .stream()
                .map(ImageAnalysisMapper::label)
                .sorted(Comparator.comparingDouble(DetectedLabel::confidence).reversed())
                .toList();
    }

    @Override
    public List<DetectedLabel> customLabels(ImageSource image, String model) {
        return executor
                .execute(
                        Operation.DETECT_CUSTOM_LABELS,
                        () -> client.detectCustomLabels(
                                r -> r.image(picture(image)).projectVersionArn(model)))
                .customLabels()
                .stream()
                .map(ImageAnalysisMapper::label)
                .sorted(Comparator.comparingDouble(DetectedLabel::confidence).reversed())
                .toList();
    }

    static Image picture(ImageSource image) {
        return switch (image) {
            case ImageSource.Bytes sent ->
                Image.builder()
                        .bytes(SdkBytes.fromByteArrayUnsafe(sent.image()))
                        .build();
            case ImageSource.Stored stored ->
                Image.builder()
                        .s3Object(o -> o.bucket(stored.bucket()).name(stored.key()))
                        .build();
        };
    }
}
