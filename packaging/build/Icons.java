import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Creates the program's icon in the formats of all systems, from the PNG files of `assets`. Both formats embed PNG
/// unchanged.
final class Icons {

    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    /// Type codes of the sizes of a macOS icon; 32 and 64 also serve as 16 and 32 on high-density screens.
    private static final Map<String, Integer> MACOS =
            new TreeMap<>(Map.of("icp4", 16, "icp5", 32, "icp6", 64, "ic07", 128, "ic08", 256, "ic11", 32, "ic12", 64));

    private Icons() {}

    static void write(Path pictures, Path folder) throws IOException {
        Files.copy(pictures.resolve("vestibule-256.png"), folder.resolve("vestibule.png"));
        Files.write(folder.resolve("vestibule.ico"), windows(pictures));
        Files.write(folder.resolve("vestibule.icns"), macos(pictures));
    }

    private static byte[] windows(Path pictures) throws IOException {
        int head = 6 + 16 * SIZES.size();
        var directory = ByteBuffer.allocate(head).order(ByteOrder.LITTLE_ENDIAN);
        var bytes = new ByteArrayOutputStream();
        directory.putShort((short) 0).putShort((short) 1).putShort((short) SIZES.size());
        for (int size : SIZES) {
            var picture = picture(pictures, size);
            // 0 stands for 256.
            directory.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0);
            directory.putShort((short) 1).putShort((short) 32).putInt(picture.length).putInt(head + bytes.size());
            bytes.write(picture);
        }
        var file = new ByteArrayOutputStream();
        file.write(directory.array());
        bytes.writeTo(file);
        return file.toByteArray();
    }

    private static byte[] macos(Path pictures) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var body = new DataOutputStream(bytes);
        for (var each : MACOS.entrySet()) {
            var picture = picture(pictures, each.getValue());
            body.write(each.getKey().getBytes(StandardCharsets.US_ASCII));
            body.writeInt(8 + picture.length);
            body.write(picture);
        }
        var file = ByteBuffer.allocate(8 + bytes.size());
        file.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(file.capacity()).put(bytes.toByteArray());
        return file.array();
    }

    private static byte[] picture(Path pictures, int size) throws IOException {
        return Files.readAllBytes(pictures.resolve("vestibule-" + size + ".png"));
    }
}
