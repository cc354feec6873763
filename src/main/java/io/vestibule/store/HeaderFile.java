package io.vestibule.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// Reads and writes the [FileHeader] of a database file, `<name>.header`, and its [BlockTags], `<name>.tags`. Both are
/// authenticated with keys derived from the file's password. Each write is atomic and durable.
final class HeaderFile {

    /// How much a header can be trusted.
    enum Trust {
        ABSENT,
        /// Written with another key.
        WRONG_KEY,
        /// Damaged or made up.
        UNREADABLE,
        GENUINE
    }

    /// @param header present if, and only if, it is genuine
    record Found(Trust trust, Optional<FileHeader> header) {}

    private static final String MAC = "mac=";
    private static final String CHECK = "check=";

    private final Path header;
    private final Path tags;
    private final FileKeys keys;

    /// @param database path without the `.mv.db` that H2 appends
    HeaderFile(Path database, FileKeys keys) {
        this.header = header(database);
        this.tags = tags(database);
        this.keys = keys;
    }

    static Path header(Path database) {
        return database.resolveSibling(database.getFileName() + ".header");
    }

    static Path tags(Path database) {
        return database.resolveSibling(database.getFileName() + ".tags");
    }

    /// @throws IOException if there is a header that cannot be read now
    Found read() throws IOException {
        if (!Files.exists(header)) {
            return new Found(Trust.ABSENT, Optional.empty());
        }
        var text = new String(Files.readAllBytes(header), StandardCharsets.ISO_8859_1);
        var check = HexFormat.of().formatHex(keys.check());
        int end = text.lastIndexOf(MAC);
        if (!text.startsWith(CHECK) || end < 0) {
            return new Found(Trust.UNREADABLE, Optional.empty());
        }
        var body = text.substring(0, end);
        boolean genuine = same(text.substring(end + MAC.length()).strip(), mac(body));
        if (!genuine) {
            boolean ours = body.startsWith(CHECK + check + "\n");
            return new Found(ours ? Trust.UNREADABLE : Trust.WRONG_KEY, Optional.empty());
        }
        return new Found(Trust.GENUINE, Optional.of(FileHeader.of(values(body))));
    }

    void write(FileHeader content) throws IOException {
        var body = CHECK + HexFormat.of().formatHex(keys.check()) + "\n" + content.text();
        DurableFile.write(header, (body + MAC + mac(body) + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /// The tags that belong to a clean header; empty if they are missing, or not those of the header.
    Optional<BlockTags> readTags(FileHeader content) throws IOException {
        if (!Files.exists(tags)) {
            return Optional.empty();
        }
        var bytes = Files.readAllBytes(tags);
        return same(content.tags(), HexFormat.of().formatHex(authenticate(bytes)))
                ? Optional.of(BlockTags.of(bytes, keys.mac("tags")))
                : Optional.empty();
    }

    /// @return authenticates the tags, for the header
    byte[] writeTags(BlockTags content) throws IOException {
        var bytes = content.bytes();
        DurableFile.write(tags, bytes);
        return authenticate(bytes);
    }

    BlockTags noTags() {
        return new BlockTags(keys.mac("tags"));
    }

    private byte[] authenticate(byte[] bytes) {
        return keys.mac("tags file").doFinal(bytes);
    }

    private String mac(String body) {
        return HexFormat.of().formatHex(keys.mac("header").doFinal(body.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.ISO_8859_1), other.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Map<String, String> values(String body) {
        var values = new HashMap<String, String>();
        Arrays.stream(body.split("\n", -1)).forEach(line -> {
            int at = line.indexOf('=');
            if (at > 0) {
                values.put(line.substring(0, at), line.substring(at + 1));
            }
        });
        return values;
    }
}
