package io.vestibule.cloud.aws;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/// A separate program with its own home folder that prints the access key id of a profile's credentials.
public final class LoggedIn {

    private LoggedIn() {}

    public static void main(String[] arguments) {
        var profile = new Profile(
                new CredentialSource.SingleSignOn(arguments[0]),
                Endpoint.ofRegion("eu-central-1"),
                ProxySettings.DEFAULT,
                new Storage("no-bucket", "", new Encryption.S3Managed()));
        try (var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
                var http = HttpClients.open(ProxySettings.DEFAULT);
                var credentials = Credentials.of(profile, http)) {
            AwsCredentials found = credentials.resolveCredentials();
            out.println(found.accessKeyId());
        }
    }
}
