package io.vestibule.cloud.aws;

import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A profile as it is typed: texts that may be empty or wrong.
public record Draft(Kind kind, Source source, Where where, Way way, Keep keep) {

    private static final int TEXTS = 16;

    /// @param name of a profile of the AWS configuration files
    /// @param command that prints credentials
    /// @param role ARN of a role to take
    public record Source(String name, String command, String role, String externalId) {}

    /// @param faces,photos,roles addresses of private endpoints
    public record Where(String region, String faces, String photos, String roles) {}

    /// @param certificates file of further authorities
    public record Way(String proxy, String proxyName, String certificates) {}

    /// @param byKey whether a key of the account encrypts; `key` may be empty for its usual one
    public record Keep(String bucket, String prefix, boolean byKey, String key) {}

    /// Every value as a text, to be read again by [#of].
    List<String> texts() {
        return List.of(
                kind.name(),
                source.name(),
                source.command(),
                source.role(),
                source.externalId(),
                where.region(),
                where.faces(),
                where.photos(),
                where.roles(),
                way.proxy(),
                way.proxyName(),
                way.certificates(),
                keep.bucket(),
                keep.prefix(),
                String.valueOf(keep.byKey()),
                keep.key());
    }

    /// What [#texts] wrote; empty for anything else.
    static Optional<Draft> of(List<String> texts) {
        var kind = Stream.of(Kind.values())
                .filter(known -> !texts.isEmpty() && known.name().equals(texts.getFirst()))
                .findFirst();
        if (kind.isEmpty() || texts.size() != TEXTS) {
            return Optional.empty();
        }
        var rest = texts.subList(1, TEXTS).iterator();
        return Optional.of(new Draft(
                kind.get(),
                new Source(rest.next(), rest.next(), rest.next(), rest.next()),
                new Where(rest.next(), rest.next(), rest.next(), rest.next()),
                new Way(rest.next(), rest.next(), rest.next()),
                new Keep(rest.next(), rest.next(), Boolean.parseBoolean(rest.next()), rest.next())));
    }

    /// @param password of the proxy; empty for none
    /// @throws CloudException `cloud.profile-incomplete` if something that this kind needs is missing or wrong
    public Profile profile(String password) {
        try {
            return new Profile(
                    access(),
                    new Place(
                            where.region(),
                            Profiles.address(where.faces()),
                            Profiles.address(where.photos()),
                            Profiles.address(where.roles())),
                    route(password),
                    new Storage(
                            keep.bucket(),
                            keep.prefix(),
                            keep.byKey() ? new Encryption.ByKey(keep.key()) : new Encryption.ByS3()));
        } catch (IllegalArgumentException e) {
            throw new CloudException(new CloudFailure.Incomplete(), e);
        }
    }

    /// How the services are reached, which a login needs before anything else is known.
    ///
    /// @throws IllegalArgumentException if an address is none
    public Route route(String password) {
        return new Route(
                Profiles.address(way.proxy()).map(address -> new Route.Proxy(address, login(password))),
                Profiles.file(way.certificates()));
    }

    private Optional<Route.Login> login(String password) {
        return way.proxyName().isEmpty() ? Optional.empty() : Optional.of(new Route.Login(way.proxyName(), password));
    }

    /// @throws IllegalArgumentException if something that this kind needs is missing
    public Access access() {
        return switch (kind) {
            case EMBEDDED -> throw new IllegalArgumentException("The embedded engine has no profile");
            case PROFILE -> new Access.NamedProfile(needed(source.name()));
            case SSO -> new Access.SingleSignOn(needed(source.name()));
            case ENVIRONMENT -> new Access.Environment();
            case CONTAINER -> new Access.Container();
            case INSTANCE -> new Access.Instance();
            case PROCESS -> new Access.Program(needed(source.command()));
            case ROLE -> new Access.Role(needed(source.role()), source.externalId(), needed(source.name()));
        };
    }

    private static String needed(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("Something is missing");
        }
        return text;
    }
}
