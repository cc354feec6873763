package io.vestibule.cloud.aws;

import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A profile as typed: texts that may be empty or invalid.
public record ProfileForm(
        CredentialKind kind,
        CredentialFields credentials,
        EndpointFields endpoint,
        ProxyFields network,
        StorageFields storage) {

    private static final int TEXTS = 16;

    /// @param name of a profile of the AWS configuration files
    /// @param command command that prints credentials
    /// @param role ARN of a role to assume
    public record CredentialFields(String name, String command, String role, String externalId) {}

    /// @param faces,photos,roles addresses of private endpoints
    public record EndpointFields(String region, String faces, String photos, String roles) {}

    /// @param certificates file of additional certificate authorities
    public record ProxyFields(String proxy, String proxyName, String certificates) {}

    /// @param byKey whether to encrypt with a KMS key of the account; `key` may be empty for its default key
    public record StorageFields(String bucket, String prefix, boolean byKey, String key) {

        /// The prefix gets the `/` that it may have been written without.
        public StorageFields {
            prefix = Storage.completedPrefix(prefix);
        }
    }

    /// Every value as text, to be read back by [#fromTexts].
    List<String> toTexts() {
        return List.of(
                kind.name(),
                credentials.name(),
                credentials.command(),
                credentials.role(),
                credentials.externalId(),
                endpoint.region(),
                endpoint.faces(),
                endpoint.photos(),
                endpoint.roles(),
                network.proxy(),
                network.proxyName(),
                network.certificates(),
                storage.bucket(),
                storage.prefix(),
                String.valueOf(storage.byKey()),
                storage.key());
    }

    /// Reads the output of [#toTexts]; empty for anything else.
    static Optional<ProfileForm> fromTexts(List<String> texts) {
        var kind = Stream.of(CredentialKind.values())
                .filter(known -> !texts.isEmpty() && known.name().equals(texts.getFirst()))
                .findFirst();
        if (kind.isEmpty() || texts.size() != TEXTS) {
            return Optional.empty();
        }
        var rest = texts.subList(1, TEXTS).iterator();
        return Optional.of(new ProfileForm(
                kind.get(),
                new CredentialFields(rest.next(), rest.next(), rest.next(), rest.next()),
                new EndpointFields(rest.next(), rest.next(), rest.next(), rest.next()),
                new ProxyFields(rest.next(), rest.next(), rest.next()),
                new StorageFields(rest.next(), rest.next(), Boolean.parseBoolean(rest.next()), rest.next())));
    }

    /// @param password of the proxy; empty for none
    /// @throws CloudException `cloud.profile-incomplete` if something that this kind requires is missing or invalid
    public Profile toProfile(String password) {
        try {
            return new Profile(
                    toCredentialSource(),
                    new Endpoint(
                            endpoint.region(),
                            ProfileSettings.address(endpoint.faces()),
                            ProfileSettings.address(endpoint.photos()),
                            ProfileSettings.address(endpoint.roles())),
                    toProxySettings(password),
                    new Storage(
                            storage.bucket(),
                            storage.prefix(),
                            storage.byKey() ? new Encryption.KmsKey(storage.key()) : new Encryption.S3Managed()));
        } catch (IllegalArgumentException e) {
            throw new CloudException(new CloudFailure.Incomplete(), e);
        }
    }

    /// The proxy settings, which a login needs before the rest of the profile is known.
    ///
    /// @throws IllegalArgumentException if an address is invalid
    public ProxySettings toProxySettings(String password) {
        return new ProxySettings(
                ProfileSettings.address(network.proxy())
                        .map(address -> new ProxySettings.Proxy(address, login(password))),
                ProfileSettings.file(network.certificates()));
    }

    private Optional<ProxySettings.ProxyCredentials> login(String password) {
        return network.proxyName().isEmpty()
                ? Optional.empty()
                : Optional.of(new ProxySettings.ProxyCredentials(network.proxyName(), password));
    }

    /// @throws IllegalArgumentException if something that this kind requires is missing
    public CredentialSource toCredentialSource() {
        return switch (kind) {
            case EMBEDDED -> throw new IllegalArgumentException("The embedded engine has no profile");
            case PROFILE -> new CredentialSource.NamedProfile(needed(credentials.name()));
            case SSO -> new CredentialSource.SingleSignOn(needed(credentials.name()));
            case ENVIRONMENT -> new CredentialSource.Environment();
            case CONTAINER -> new CredentialSource.Container();
            case INSTANCE -> new CredentialSource.Instance();
            case PROCESS -> new CredentialSource.Program(needed(credentials.command()));
            case ROLE ->
                new CredentialSource.Role(
                        needed(credentials.role()), credentials.externalId(), needed(credentials.name()));
        };
    }

    private static String needed(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("Something is missing");
        }
        return text;
    }
}
