package io.vestibule.cloud.aws;

import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.SdkFailureMapper;
import io.vestibule.cloud.Ticker;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.ssooidc.model.AccessDeniedException;
import software.amazon.awssdk.services.ssooidc.model.AuthorizationPendingException;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;
import software.amazon.awssdk.services.ssooidc.model.ExpiredTokenException;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientResponse;
import software.amazon.awssdk.services.ssooidc.model.SlowDownException;
import software.amazon.awssdk.services.ssooidc.model.StartDeviceAuthorizationResponse;

/// Login by the browser (OAuth 2.0 device authorization, RFC 8628): a page is opened there, the person confirms that
/// it shows the same code as we do, and the resulting token is stored in the cache that all AWS tools share.
public final class BrowserLogin {

    private static final String OPERATION = "login";
    private static final String NAME = "Vestibule";
    private static final String KIND = "public";
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    /// Default poll interval, and the amount by which it grows when the service asks to slow down (RFC 8628, 3.2 and
    /// 3.5).
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final LoginCache cache;
    private final Ticker ticker;
    private final InstantSource clock;

    /// What the person has to do to log in.
    ///
    /// @param code code that the page shows as well
    /// @param page page to open
    public record Prompt(String code, URI page) {}

    BrowserLogin(LoginCache cache, Ticker ticker, InstantSource clock) {
        this.cache = cache;
        this.ticker = ticker;
        this.clock = clock;
    }

    /// A login into the cache of the operating-system account that runs this program.
    public static BrowserLogin usual(InstantSource clock) {
        return new BrowserLogin(LoginCache.usual(), Ticker.SYSTEM, clock);
    }

    /// Whether the profile uses a browser login. Reads the AWS configuration files.
    public static boolean supports(CredentialSource credentialSource) {
        return SsoConfig.of(credentialSource).isPresent();
    }

    /// Blocks until the person has logged in; that may take minutes.
    ///
    /// @param prompt called once, on this thread, with what to show and to open
    /// @throws CloudException `cloud.no-login` if the profile has no browser login, `cloud.login-not-done` if the
    ///     login is refused or times out, or the failures of any call
    public void run(CredentialSource credentialSource, ProxySettings proxySettings, Consumer<Prompt> prompt) {
        SsoConfig place =
                SsoConfig.of(credentialSource).orElseThrow(() -> new CloudException(new CloudFailure.NoLogin()));
        try (var http = HttpClients.open(proxySettings);
                var client = SsoOidcClient.builder()
                        .region(Region.of(place.region()))
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .httpClient(http)
                        .build()) {
            login(client, place, prompt);
        } catch (AbortedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(new CloudFailure.LoginNotDone(), e);
        } catch (CloudException e) {
            throw e;
        } catch (RuntimeException e) {
            boolean stopped = Thread.currentThread().isInterrupted();
            throw new CloudException(
                    stopped ? new CloudFailure.LoginNotDone() : SdkFailureMapper.toFailure(OPERATION, e), e);
        }
    }

    private void login(SsoOidcClient client, SsoConfig place, Consumer<Prompt> prompt) {
        var registered =
                client.registerClient(r -> r.clientName(NAME).clientType(KIND).scopes(place.scopes()));
        var begun = client.startDeviceAuthorization(r -> r.clientId(registered.clientId())
                .clientSecret(registered.clientSecret())
                .startUrl(place.page()));
        var page = Optional.ofNullable(begun.verificationUriComplete()).orElse(begun.verificationUri());
        prompt.accept(new Prompt(begun.userCode(), URI.create(page)));
        var token = await(client, registered, begun);
        Instant now = clock.instant();
        cache.write(
                place,
                new LoginCache.CachedLogin(
                        token.accessToken(),
                        now.plusSeconds(token.expiresIn()),
                        registered.clientId(),
                        registered.clientSecret(),
                        Instant.ofEpochSecond(registered.clientSecretExpiresAt()),
                        Optional.ofNullable(token.refreshToken())));
    }

    private CreateTokenResponse await(
            SsoOidcClient client, RegisterClientResponse registered, StartDeviceAuthorizationResponse begun) {
        Duration pause =
                begun.interval() == null || begun.interval() < 1 ? PAUSE : Duration.ofSeconds(begun.interval());
        while (true) {
            pause(pause);
            try {
                return client.createToken(r -> r.clientId(registered.clientId())
                        .clientSecret(registered.clientSecret())
                        .grantType(GRANT)
                        .deviceCode(begun.deviceCode()));
            } catch (SlowDownException _) {
                pause = pause.plus(PAUSE);
            } catch (AuthorizationPendingException _) {
                // The login is still in progress; the service reports when it has timed out.
            } catch (ExpiredTokenException | AccessDeniedException e) {
                throw new CloudException(new CloudFailure.LoginNotDone(), e);
            }
        }
    }

    private void pause(Duration time) {
        try {
            ticker.pause(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(new CloudFailure.LoginNotDone(), e);
        }
    }
}
