package io.vestibule.cloud.aws;

import io.vestibule.cloud.Operation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.imageio.ImageIO;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.rekognition.model.Image;

/// Tests a connection without permanent changes. Costs four calls on a picture and two on a user, and one more on a
/// picture for each further check that is switched on.
public final class ConnectionCheck {

    private static final int SIDE = 160;
    private static final int DARK = 90;

    private ConnectionCheck() {}

    /// @param collection the collection that people are or will be enrolled into
    /// @throws io.vestibule.cloud.CloudException if no call is possible at all: the service cannot be reached, the
    ///     credentials are missing or unknown, the clock is wrong
    public static ConnectionReport run(AwsConnection awsConnection, String collection, InstantSource clock) {
        return run(awsConnection, collection, List.of(), clock);
    }

    /// @param switchedOn operations that are tested in addition to those that are always used
    public static ConnectionReport run(
            AwsConnection awsConnection, String collection, Collection<Operation> switchedOn, InstantSource clock) {
        var asked = new ArrayList<>(Operation.alwaysUsed());
        asked.addAll(switchedOn);
        try (var rekognition = awsConnection.rekognitionOnce();
                var s3 = awsConnection.s3Once()) {
            var faces = new FaceChecks(rekognition, collection, clock);
            faces.checkConnection();
            var bucket = new BucketChecks(s3, awsConnection.profile());
            bucket.checkWithoutChanges();
            byte[] picture = faceless();
            Image stored = Image.builder()
                    .s3Object(o ->
                            o.bucket(awsConnection.profile().storage().bucket()).name(bucket.whole()))
                    .build();
            // From the bucket, because photos are read from there; so the test shows whether the service can read it.
            if (!bucket.mayStore() || !bucket.checkWithObject(picture, () -> faces.run(stored, asked))) {
                faces.run(Image.builder().bytes(SdkBytes.fromByteArray(picture)).build(), asked);
            }
            List<ConnectionReport.PermissionResult> lines = new ArrayList<>(faces.lines());
            lines.addAll(bucket.lines());
            List<ConnectionReport.ConnectionFinding> findings = new ArrayList<>(bucket.findings());
            findings.addAll(faces.findings());
            return new ConnectionReport(lines, findings);
        }
    }

    /// A picture without a face.
    private static byte[] faceless() {
        var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int grey = DARK + x / 2;
                picture.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
