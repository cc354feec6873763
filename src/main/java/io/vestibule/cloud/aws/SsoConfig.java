package io.vestibule.cloud.aws;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/// The configuration of a browser login, as read from the AWS configuration files.
///
/// @param session name of the `sso-session` section; empty if the profile contains the login page itself, as older
///     files do
/// @param page login page of the organisation
/// @param region of the service that issues logins, which can differ from that of the face service
record SsoConfig(Optional<String> session, String page, String region, List<String> scopes) {

    private static final String USUAL_SCOPE = "sso:account:access";

    /// Profiles may take their credentials from each other; a longer chain is not intentional.
    private static final int LONGEST_CHAIN = 5;

    /// Empty if this credential source does not use a browser login.
    static Optional<SsoConfig> of(CredentialSource credentialSource) {
        return switch (credentialSource) {
            case CredentialSource.NamedProfile named -> ofProfile(named.name());
            case CredentialSource.SingleSignOn login -> ofProfile(login.name());
            case CredentialSource.Role role -> ofProfile(role.name());
            case CredentialSource.Environment _,
                    CredentialSource.Container _,
                    CredentialSource.Instance _,
                    CredentialSource.Program _ -> Optional.empty();
        };
    }

    /// The name of the login in the cache.
    String cacheKey() {
        return session.orElse(page);
    }

    private static Optional<SsoConfig> ofProfile(String name) {
        ProfileFile files = ProfileFile.defaultProfileFile();
        Optional<Profile> profile = files.profile(name);
        for (int i = 0; i < LONGEST_CHAIN && profile.isPresent(); i++) {
            Optional<SsoConfig> found = in(files, profile.get());
            if (found.isPresent()) {
                return found;
            }
            profile = profile.get().property("source_profile").flatMap(files::profile);
        }
        return Optional.empty();
    }

    private static Optional<SsoConfig> in(ProfileFile files, Profile profile) {
        Optional<String> session = profile.property("sso_session");
        if (session.isEmpty()) {
            return place(session, profile);
        }
        return session.flatMap(name -> files.getSection("sso-session", name)).flatMap(found -> place(session, found));
    }

    private static Optional<SsoConfig> place(Optional<String> session, Profile section) {
        return section.property("sso_start_url")
                .flatMap(page -> section.property("sso_region")
                        .map(region -> new SsoConfig(
                                session,
                                page,
                                region,
                                scopes(section.property("sso_registration_scopes")
                                        .orElse(USUAL_SCOPE)))));
    }

    private static List<String> scopes(String line) {
        return Stream.of(line.split(","))
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .toList();
    }
}
