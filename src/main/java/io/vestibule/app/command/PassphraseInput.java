package io.vestibule.app.command;

import io.vestibule.app.wiring.Application;
import io.vestibule.settings.DataFolder;
import io.vestibule.settings.SettingsException;
import io.vestibule.settings.SettingsFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The passphrase of the data folder on the command line: the first line of the standard input, or of the file or
/// descriptor that a variable of the environment names. Never an argument, which other accounts can read.
public final class PassphraseInput {

    /// Number of an open file descriptor.
    static final String DESCRIPTOR = "VESTIBULE_PASSPHRASE_FD";

    static final String FILE = "VESTIBULE_PASSPHRASE_FILE";

    private PassphraseInput() {}

    /// What is given: a passphrase, or a recovery key, which replaces a lost key.
    record Given(Optional<char[]> passphrase, Optional<String> recoveryKey) {

        /// Opens the data folder of the command line with it.
        Application open(Arguments arguments) {
            var application =
                    Application.open(arguments.data().orElseGet(DataFolder::defaultPath), arguments.lockingFiles());
            try {
                passphrase.ifPresent(application.storage()::unlock);
                recoveryKey.ifPresent(application.storage()::recoverKey);
                return application;
            } catch (RuntimeException e) {
                application.close();
                throw e;
            }
        }
    }

    /// Reads what is given, and opens the data folder of the command line with it.
    static Application open(Arguments arguments) {
        return read(arguments.input(), System.in, System.getenv()).open(arguments);
    }

    /// @throws SettingsException `settings.passphrase-wrong` if it is given, but cannot be read
    static Given read(Arguments.StandardInput kind, InputStream input, Map<String, String> environment) {
        try {
            if (kind == Arguments.StandardInput.RECOVERY_KEY) {
                return new Given(Optional.empty(), Optional.of(new String(line(input))));
            }
            return new Given(passphrase(kind, input, environment), Optional.empty());
        } catch (IOException e) {
            throw new SettingsException(new SettingsFailure.PassphraseWrong(), e);
        }
    }

    private static Optional<char[]> passphrase(
            Arguments.StandardInput kind, InputStream input, Map<String, String> environment) throws IOException {
        if (kind == Arguments.StandardInput.PASSPHRASE) {
            return Optional.of(line(input));
        }
        var descriptor = environment.getOrDefault(DESCRIPTOR, "");
        var file = descriptor.matches("[0-9]{1,4}") ? "/dev/fd/" + descriptor : environment.getOrDefault(FILE, "");
        if (file.isBlank()) {
            return Optional.empty();
        }
        try (var named = Files.newInputStream(Path.of(file))) {
            return Optional.of(line(named));
        }
    }

    private static char[] line(InputStream input) throws IOException {
        var line = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)).readLine();
        return line == null ? new char[0] : line.toCharArray();
    }
}
