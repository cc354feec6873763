package io.vestibule.app.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A self-signed certificate for one name.
final class TestCertificate {

    static final String PASSWORD = "password";

    private TestCertificate() {}

    /// @param keys PKCS12 file that is written
    /// @param authority PEM file that is written, by which the certificate is trusted
    static void write(String name, Path keys, Path authority) throws IOException, InterruptedException {
        keytool(List.of(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "self",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=dns:" + name,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD));
        keytool(List.of(
                "-exportcert",
                "-rfc",
                "-alias",
                "self",
                "-file",
                authority.toString(),
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD));
    }

    private static void keytool(List<String> options) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(options);
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("keytool made no certificate");
        }
    }
}
