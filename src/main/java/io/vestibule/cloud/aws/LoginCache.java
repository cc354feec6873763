package io.vestibule.cloud.aws;

import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.settings.OwnerOnlyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.utils.UserHomeDirectoryUtils;
import tools.jackson.databind.json.JsonMapper;

/// The folder in which the AWS tools on this computer share logins, one file for each login. Ours is stored there and
/// nowhere else, so that a login at a terminal is also valid here, and vice versa.
record LoginCache(Path folder) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// The result of a login.
    ///
    /// @param refresh refresh token with which the SDK renews the login automatically; not every organisation
    ///     issues one
    record CachedLogin(
            String token,
            Instant until,
            String client,
            String clientSecret,
            Instant clientUntil,
            Optional<String> refresh) {}

    static LoginCache usual() {
        return new LoginCache(Path.of(UserHomeDirectoryUtils.userHomeDirectory(), ".aws", "sso", "cache"));
    }

    /// @throws CloudException `cloud.login-not-kept` if the file cannot be written
    void write(SsoConfig place, CachedLogin cachedLogin) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("startUrl", place.page());
        entry.put("region", place.region());
        entry.put("accessToken", cachedLogin.token());
        entry.put("expiresAt", time(cachedLogin.until()));
        entry.put("clientId", cachedLogin.client());
        entry.put("clientSecret", cachedLogin.clientSecret());
        entry.put("registrationExpiresAt", time(cachedLogin.clientUntil()));
        cachedLogin.refresh().ifPresent(token -> entry.put("refreshToken", token));
        try {
            OwnerOnlyFiles.createFolder(folder);
            OwnerOnlyFiles.write(file(place), JSON.writeValueAsBytes(entry));
        } catch (IOException e) {
            throw new CloudException(new CloudFailure.LoginNotKept(), e);
        }
    }

    /// Named after the SHA-1 of the session name, or of the login page, as the AWS tools do.
    Path file(SsoConfig place) {
        try {
            byte[] name =
                    MessageDigest.getInstance("SHA-1").digest(place.cacheKey().getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(name) + ".json");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-1", e);
        }
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
