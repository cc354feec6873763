package io.vestibule.cloud.aws;

import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;

/// Creates the HTTP client of a profile: with its proxy, trusting its certificate authorities in addition to those of
/// the computer.
final class HttpClients {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private HttpClients() {}

    /// @throws CloudException `cloud.no-certificates` if the file of certificate authorities cannot be used
    static SdkHttpClient open(ProxySettings proxySettings) {
        var builder = Apache5HttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE);
        proxySettings.proxy().ifPresent(proxy -> builder.proxyConfiguration(proxy(proxy)));
        proxySettings.certificates().ifPresent(file -> {
            var trusted = trusting(file);
            builder.tlsTrustManagersProvider(() -> trusted);
        });
        return builder.build();
    }

    private static ProxyConfiguration proxy(ProxySettings.Proxy proxy) {
        var builder = ProxyConfiguration.builder()
                .endpoint(proxy.address())
                .useSystemPropertyValues(false)
                .useEnvironmentVariableValues(false);
        proxy.credentials()
                .ifPresent(proxyCredentials ->
                        builder.username(proxyCredentials.name()).password(proxyCredentials.password()));
        return builder.build();
    }

    private static TrustManager[] trusting(Path file) {
        try (var in = Files.newInputStream(file)) {
            List<Certificate> all =
                    new ArrayList<>(CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (all.isEmpty()) {
                throw new CloudException(new CloudFailure.NoCertificates());
            }
            Arrays.stream(trustManagers(null))
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
                    .forEach(all::add);
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < all.size(); i++) {
                store.setCertificateEntry(String.valueOf(i), all.get(i));
            }
            return trustManagers(store);
        } catch (IOException | GeneralSecurityException e) {
            throw new CloudException(new CloudFailure.NoCertificates(), e);
        }
    }

    private static TrustManager[] trustManagers(@Nullable KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
