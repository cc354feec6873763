import java.io.IOException;
import java.io.InputStream;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes jars reproducibly, whenever they are written.
final class Jars {

    private Jars() {}

    /// @param stamp the time stamp of the entry
    static void put(ZipOutputStream out, String name, InputStream content, Instant stamp) throws IOException {
        var entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(stamp));
        out.putNextEntry(entry);
        content.transferTo(out);
        out.closeEntry();
    }
}
