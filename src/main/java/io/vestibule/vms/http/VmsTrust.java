package io.vestibule.vms.http;

import io.vestibule.vms.VmsException;
import io.vestibule.vms.VmsFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The certificate authorities whose certificates a VMS may have: those of Java, those that the administrator
/// of the computer installed, and those of a file. A certificate is always verified, and always has to be
/// valid for the host name.
///
/// @param file PEM or DER file with the company's own certificate authorities; empty for none
/// @param bundles PEM files of the operating system; the first that exists is read
public record VmsTrust(Optional<Path> file, List<Path> bundles) {

    private static final Logger LOG = LoggerFactory.getLogger(VmsTrust.class);

    /// Of Debian, Red Hat, openSUSE and Alpine.
    private static final List<Path> LINUX = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/ca-bundle.pem"),
            Path.of("/etc/ssl/cert.pem"));

    public VmsTrust {
        bundles = List.copyOf(bundles);
    }

    /// The authorities of this computer, and those of a file.
    public static VmsTrust of(Optional<Path> file) {
        return new VmsTrust(file, LINUX);
    }

    /// Reads the file without keeping it.
    ///
    /// @throws VmsException [VmsFailure.NoCertificates] if the file cannot be read or contains no certificate
    public void check() {
        file.ifPresent(VmsTrust::required);
    }

    /// @throws VmsException [VmsFailure.NoCertificates] if the file cannot be read or contains no certificate
    SSLContext sslContext() {
        List<Certificate> own = file.map(VmsTrust::required).orElse(List.of());
        try {
            List<Certificate> all = new ArrayList<>(own);
            all.addAll(ofSystem());
            all.addAll(ofJava());
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < all.size(); i++) {
                store.setCertificateEntry(String.valueOf(i), all.get(i));
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trustManagers(store), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            LOG.warn(
                    "The certificate authorities cannot be used: {}",
                    e.getClass().getSimpleName());
            throw new VmsException(new VmsFailure.NoCertificates());
        }
    }

    private static List<Certificate> required(Path file) {
        try {
            List<Certificate> read = read(file);
            if (read.isEmpty()) {
                throw new VmsException(new VmsFailure.NoCertificates());
            }
            return read;
        } catch (IOException | GeneralSecurityException e) {
            LOG.warn(
                    "The certificate authorities cannot be used: {}",
                    e.getClass().getSimpleName());
            throw new VmsException(new VmsFailure.NoCertificates());
        }
    }

    private List<Certificate> ofSystem() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        try {
            if (system.startsWith("windows")) {
                return entries("Windows-ROOT");
            }
            if (system.startsWith("mac")) {
                return entries("KeychainStore-ROOT");
            }
            Optional<Path> bundle = bundles.stream().filter(Files::isReadable).findFirst();
            return bundle.isPresent() ? read(bundle.get()) : List.of();
        } catch (IOException | GeneralSecurityException e) {
            // The authorities of Java and of the file still apply.
            LOG.warn(
                    "The certificate authorities of the system cannot be read: {}",
                    e.getClass().getSimpleName());
            return List.of();
        }
    }

    private static List<Certificate> entries(String type) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        List<Certificate> found = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            Optional.ofNullable(store.getCertificate(alias)).ifPresent(found::add);
        }
        return found;
    }

    private static List<Certificate> ofJava() throws GeneralSecurityException {
        List<Certificate> found = new ArrayList<>();
        Arrays.stream(trustManagers(null))
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
                .forEach(found::add);
        return found;
    }

    private static List<Certificate> read(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
        }
    }

    private static TrustManager[] trustManagers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
