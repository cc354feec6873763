package io.vestibule.bulk.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.AggregateTrustManager;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.JVMDefaultTrustManager;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLSocketVerifier;
import com.unboundid.util.ssl.SSLUtil;
import io.vestibule.bulk.BulkException;
import io.vestibule.bulk.BulkFailure;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509TrustManager;

/// Opens connections to a directory: always encrypted, to a server whose certificate is valid for its name, and signed
/// in
/// before anything is asked.
final class DirectoryConnector {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private static final Set<ResultCode> REFUSED = Set.of(
            ResultCode.INVALID_CREDENTIALS,
            ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
            ResultCode.INAPPROPRIATE_AUTHENTICATION);

    private static final Set<ResultCode> INCOMPLETE = Set.of(
            ResultCode.SIZE_LIMIT_EXCEEDED,
            ResultCode.TIME_LIMIT_EXCEEDED,
            ResultCode.ADMIN_LIMIT_EXCEEDED,
            ResultCode.REFERRAL);

    private static final Set<ResultCode> UNANSWERED = Set.of(
            ResultCode.CONNECT_ERROR,
            ResultCode.SERVER_DOWN,
            ResultCode.TIMEOUT,
            ResultCode.UNAVAILABLE,
            ResultCode.BUSY);

    private DirectoryConnector() {}

    /// @param password wiped when this returns
    /// @throws BulkException `bulk.directory-unreachable`, `bulk.directory-untrusted`, `bulk.directory-refused`
    static LDAPConnection open(DirectoryProfile profile, Optional<char[]> password) {
        try {
            var tls = new SSLUtil(trust(profile));
            var address = profile.address();
            var connection = address.startTls()
                    ? new LDAPConnection(options(), address.host(), address.port())
                    : new LDAPConnection(tls.createSSLSocketFactory(), options(), address.host(), address.port());
            try {
                if (address.startTls()) {
                    require(connection.processExtendedOperation(new StartTLSExtendedRequest(tls.createSSLContext())));
                }
                if (!profile.user().isEmpty()) {
                    signIn(connection, profile.user(), password.orElse(new char[0]));
                }
                return connection;
            } catch (LDAPException | GeneralSecurityException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (LDAPException e) {
            throw new BulkException(failure(e), e);
        } catch (GeneralSecurityException e) {
            throw new BulkException(new BulkFailure.DirectoryUntrusted(), e);
        } finally {
            password.ifPresent(secret -> Arrays.fill(secret, ' '));
        }
    }

    private static void require(LDAPResult result) throws LDAPException {
        if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
            throw new LDAPException(result);
        }
    }

    private static void signIn(LDAPConnection connection, String user, char[] password) throws LDAPException {
        if (password.length == 0) {
            // A server takes an empty password for an anonymous reader, and shows something else than expected.
            throw new BulkException(new BulkFailure.DirectoryRefused());
        }
        var bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        var secret = new byte[bytes.remaining()];
        bytes.get(secret);
        bytes.clear().put(new byte[bytes.capacity()]);
        try {
            var _ = connection.bind(new SimpleBindRequest(user, secret));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static LDAPConnectionOptions options() {
        var options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(Math.toIntExact(CONNECT.toMillis()));
        options.setResponseTimeoutMillis(ANSWER.toMillis());
        options.setSSLSocketVerifier(new NameVerifier());
        options.setFollowReferrals(false);
        return options;
    }

    /// The certificate has to be for the name that was asked for. The library says no more than that it did not
    /// connect.
    private static final class NameVerifier extends SSLSocketVerifier {

        private final SSLSocketVerifier names = new HostNameSSLSocketVerifier(true);

        @Override
        public void verifySSLSocket(String host, int port, SSLSocket socket) throws LDAPException {
            try {
                names.verifySSLSocket(host, port, socket);
            } catch (LDAPException _) {
                throw new LDAPException(
                        ResultCode.CONNECT_ERROR, "other name", new SSLPeerUnverifiedException("other name"));
            }
        }
    }

    private static X509TrustManager trust(DirectoryProfile profile) throws KeyStoreException {
        List<X509TrustManager> trusted = new ArrayList<>();
        trusted.add(JVMDefaultTrustManager.getInstance());
        if (profile.authorities().isPresent()) {
            trusted.add(new PEMFileTrustManager(profile.authorities().get().toFile()));
        }
        return new AggregateTrustManager(false, trusted);
    }

    /// The library has one code for a server that is not there and for a certificate that is not trusted.
    static BulkFailure failure(LDAPException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return new BulkFailure.DirectoryUntrusted();
            }
        }
        var code = e.getResultCode();
        if (REFUSED.contains(code)) {
            return new BulkFailure.DirectoryRefused();
        }
        if (INCOMPLETE.contains(code)) {
            return new BulkFailure.DirectoryIncomplete();
        }
        return UNANSWERED.contains(code)
                ? new BulkFailure.DirectoryUnreachable()
                : new BulkFailure.DirectoryFailed(code.intValue());
    }
}
