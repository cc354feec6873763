package io.vestibule.proof;

import io.vestibule.camera.network.CameraStreamFuzz;
import io.vestibule.local.wire.WireRequestFuzz;
import io.vestibule.photo.PhotoFuzz;
import io.vestibule.rules.RuleFileFuzz;
import io.vestibule.settings.SettingsFuzz;
import io.vestibule.vms.http.VmsAnswerFuzz;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;

/// The doors through which bytes of others come in, each with a few good examples to begin with. A class of a target
/// has a method `fuzzerTestOneInput(byte[])`, as Jazzer and libFuzzer expect it; whatever it throws is a fault.
enum FuzzTarget {
    PHOTO(PhotoFuzz.class) {
        @Override
        void run(byte[] input) {
            PhotoFuzz.fuzzerTestOneInput(input);
        }

        @Override
        List<byte[]> seeds() {
            return List.of(
                    picture("png"),
                    picture("jpg"),
                    picture("gif"),
                    picture("bmp"),
                    resource("quarters-lossy.webp"),
                    resource("quarters-cmyk.jpg"),
                    resource("quarters-cmyk.tif"));
        }
    },
    SETTINGS(SettingsFuzz.class) {
        @Override
        void run(byte[] input) {
            SettingsFuzz.fuzzerTestOneInput(input);
        }

        @Override
        List<byte[]> seeds() {
            return List.of(text("{\"fuzz.number\": 7, \"fuzz.text\": \"a\", \"other\": [1, null, {\"a\": true}]}"));
        }
    },
    RULE_FILE(RuleFileFuzz.class) {
        @Override
        void run(byte[] input) {
            RuleFileFuzz.fuzzerTestOneInput(input);
        }

        @Override
        List<byte[]> seeds() {
            return List.of(text("{\"vestibule_rules\": 1, \"rules\": [" + OWN_RULE + "]}"), text(VMS_RULE));
        }
    },
    VMS_ANSWER(VmsAnswerFuzz.class) {
        @Override
        void run(byte[] input) {
            VmsAnswerFuzz.fuzzerTestOneInput(input);
        }

        @Override
        List<byte[]> seeds() {
            return List.of(
                    text("{\"meta\": {\"limit\": 20, \"next\": null, \"total_count\": 1}, \"objects\": [" + VMS_RULE
                            + "]}"),
                    text(
                            "{\"meta\": {\"next\": \"/api/v1/cameras/?offset=1\"}, \"objects\": [{\"id\": 849, \"name\": \"Gate\","
                                    + " \"timezone\": \"Europe/Berlin\", \"groups\": [{\"id\": 1, \"name\": \"Site1\"}]}]}"));
        }
    },
    WIRE_REQUEST(WireRequestFuzz.class) {
        @Override
        void run(byte[] input) {
            WireRequestFuzz.fuzzerTestOneInput(input);
        }

        @Override
        List<byte[]> seeds() {
            return List.of(
                    text("{\"CollectionId\": \"c\", \"Image\": {\"Bytes\": \"iVBORw0KGgo=\"}, \"MaxFaces\": 3}"),
                    text("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}"),
                    text("Credential=VESTA/20261130/eu-central-1/rekognition/aws4_request,"
                            + " SignedHeaders=host;x-amz-date, Signature=" + "0".repeat(64)));
        }
    },
    CAMERA_STREAM(CameraStreamFuzz.class) {
        @Override
        void run(byte[] input) {
            CameraStreamFuzz.fuzzerTestOneInput(input);
        }

        @Override
        List<byte[]> seeds() {
            return List.of(
                    text("--b\r\nContent-Type: image/jpeg\r\nContent-Length: 4\r\n\r\n\u00ff\u00d8\u00ff\u00d9\r\n--b"),
                    text("realm=\"a\", nonce=\"b\", qop=\"auth, auth-int\", algorithm=SHA-256, opaque=\"c\""));
        }
    };

    private static final String OWN_RULE = "{\"name\": \"Gate\", \"users\": [\"u\"], \"cameras\": [849],"
            + " \"events\": [\"motion\"], \"zone\": \"Europe/Berlin\"}";
    private static final String VMS_RULE = "{\"id\": 140, \"name\": \"Gate\", \"alert_type\": \"known_people\","
            + " \"channels\": [849], \"meta\": {\"collection\": \"c\", \"indexes\": \"u,v\"},"
            + " \"recipients\": {\"emails\": [\"a@b.example\"]}, \"schedule\": {\"monday\": [\"08:00-18:00\"]}}";

    private final Class<?> type;

    FuzzTarget(Class<?> type) {
        this.type = type;
    }

    abstract void run(byte[] input);

    abstract List<byte[]> seeds();

    Class<?> type() {
        return type;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] picture(String format) {
        var image = new BufferedImage(90, 84, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 90; x++) {
            image.setRGB(x, x % 84, x * 70_001);
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] resource(String name) {
        try (var in = Objects.requireNonNull(PhotoFuzz.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
