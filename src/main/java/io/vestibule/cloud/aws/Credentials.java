package io.vestibule.cloud.aws;

import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.SdkFailureMapper;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProcessCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/// Credentials from the one source that the profile names. The SDK's default provider chain is not used: it would
/// query the metadata address on the network for credentials that nobody configured.
final class Credentials implements AwsCredentialsProvider, SdkAutoCloseable {

    private static final String SESSION = "vestibule";
    private static final String OPERATION = "credentials";

    private final AwsCredentialsProvider source;
    private final SdkAutoCloseable more;
    private final boolean metadata;

    private Credentials(AwsCredentialsProvider source, SdkAutoCloseable more, boolean metadata) {
        this.source = source;
        this.more = more;
        this.metadata = metadata;
    }

    /// @param http client for role credentials; the caller closes it
    static Credentials of(Profile profile, SdkHttpClient http) {
        var credentialSource = profile.credentialSource();
        boolean instance = credentialSource instanceof CredentialSource.Instance;
        // Also read by code inside the SDK, for example for the region of a role in a configuration file.
        System.setProperty(SdkSystemSetting.AWS_EC2_METADATA_DISABLED.property(), String.valueOf(!instance));
        return switch (credentialSource) {
            case CredentialSource.NamedProfile named -> file(named.name());
            case CredentialSource.SingleSignOn login -> file(login.name());
            case CredentialSource.Environment _ -> plain(EnvironmentVariableCredentialsProvider.create(), false);
            case CredentialSource.Container _ -> plain(ContainerCredentialsProvider.create(), true);
            case CredentialSource.Instance _ -> plain(InstanceProfileCredentialsProvider.create(), true);
            case CredentialSource.Program program ->
                plain(
                        ProcessCredentialsProvider.builder()
                                .command(shell(program.command()))
                                .build(),
                        false);
            case CredentialSource.Role role -> role(role, profile.endpoint(), http);
        };
    }

    /// Credentials that always fail with the given failure.
    static Credentials failing(CloudFailure failure) {
        return plain(
                () -> {
                    throw new CloudException(failure);
                },
                false);
    }

    /// As in the AWS configuration files: one line, executed by the system's shell.
    private static List<String> shell(String line) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return windows ? List.of("cmd.exe", "/C", line) : List.of("sh", "-c", line);
    }

    private static Credentials file(String name) {
        return plain(ProfileCredentialsProvider.create(name), false);
    }

    private static Credentials plain(AwsCredentialsProvider source, boolean metadata) {
        return new Credentials(source, () -> {}, metadata);
    }

    private static Credentials role(CredentialSource.Role role, Endpoint endpoint, SdkHttpClient http) {
        var base = ProfileCredentialsProvider.create(role.name());
        var builder = StsClient.builder()
                .region(Region.of(endpoint.region()))
                .httpClient(http)
                .credentialsProvider(base);
        endpoint.sts().ifPresent(builder::endpointOverride);
        var sts = builder.build();
        var source = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(r -> r.roleArn(role.arn())
                        .roleSessionName(SESSION)
                        .externalId(role.externalId().isEmpty() ? null : role.externalId()))
                .build();
        return new Credentials(
                source,
                () -> {
                    sts.close();
                    base.close();
                },
                false);
    }

    /// @throws CloudException and nothing else
    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return source.resolveCredentials();
        } catch (CloudException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new CloudException(failure(e), e);
        }
    }

    /// A network failure may pass, so it is kept as such; at a metadata address it means that there are no
    /// credentials.
    private CloudFailure failure(RuntimeException thrown) {
        var failure = SdkFailureMapper.toFailure(OPERATION, thrown);
        if (thrown instanceof SdkServiceException) {
            return failure;
        }
        return switch (failure) {
            case CloudFailure.Expired _, CloudFailure.BadCertificate _, CloudFailure.ProxyLogin _ -> failure;
            case CloudFailure.Offline _ when !metadata && byNetwork(thrown) -> failure;
            default -> mentionsLogin(thrown) ? new CloudFailure.Expired() : new CloudFailure.NoCredentials();
        };
    }

    private static boolean byNetwork(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.net.SocketException
                    || cause instanceof java.net.UnknownHostException
                    || cause instanceof java.net.SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    /// A login that never took place is handled like an expired one.
    private static boolean mentionsLogin(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage());
            if (text.contains("SSO") || text.contains("sso login")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        if (source instanceof SdkAutoCloseable closeable) {
            closeable.close();
        }
        more.close();
    }
}
