package io.vestibule.local.wire;

import io.vestibule.settings.OwnerOnlyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Stores the key pair in an owner-only file in the format of an AWS credentials file: an SDK reads it through
/// `AWS_SHARED_CREDENTIALS_FILE`. To get a new pair, delete the file.
public final class AccessKeyFile {

    public static final String NAME = "rekognition.credentials";

    private static final Pattern PAIR = Pattern.compile(
            "\\[default]\\Raws_access_key_id = (\\w{16,128})\\Raws_secret_access_key = ([\\w/+=-]{32,128})\\R");

    private final Path path;

    /// @param folder an existing owner-only folder
    public AccessKeyFile(Path folder) {
        this.path = folder.resolve(NAME);
    }

    public Path path() {
        return path;
    }

    /// The stored pair; a new one if there is no file, or if other users could read it.
    public AccessKey getOrCreate() throws IOException {
        var stored = read();
        if (stored.isPresent()) {
            return stored.get();
        }
        var created = AccessKey.random();
        OwnerOnlyFiles.write(path, text(created).getBytes(StandardCharsets.UTF_8));
        return created;
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
