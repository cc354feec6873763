package io.vestibule.local.wire;

import io.vestibule.settings.OwnerOnlyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keeps the key pair in a file that only its owner reads, in the form of an AWS credentials file: an SDK takes it
/// through `AWS_SHARED_CREDENTIALS_FILE`. Whoever wants another pair deletes the file.
public final class AccessKeyFile {

    public static final String NAME = "rekognition.credentials";

    private static final Pattern PAIR = Pattern.compile(
            "\\[default]\\Raws_access_key_id = (\\w{16,128})\\Raws_secret_access_key = ([\\w/+=-]{32,128})\\R");

    private final Path path;

    /// @param folder owner-only, exists
    public AccessKeyFile(Path folder) {
        this.path = folder.resolve(NAME);
    }

    public Path path() {
        return path;
    }

    /// The pair of the file; a new one where there is none, or where others could read it.
    public AccessKey getOrCreate() throws IOException {
        var kept = read();
        if (kept.isPresent()) {
            return kept.get();
        }
        var made = AccessKey.random();
        OwnerOnlyFiles.write(path, text(made).getBytes(StandardCharsets.UTF_8));
        return made;
    }

    private Optional<AccessKey> read() throws IOException {
        if (!Files.isRegularFile(path) || !OwnerOnlyFiles.isPrivate(path)) {
            return Optional.empty();
        }
        Matcher pair = PAIR.matcher(Files.readString(path));
        return pair.matches() ? Optional.of(new AccessKey(pair.group(1), pair.group(2))) : Optional.empty();
    }

    private static String text(AccessKey key) {
        return "[default]\naws_access_key_id = " + key.id() + "\naws_secret_access_key = " + key.secret() + "\n";
    }
}
