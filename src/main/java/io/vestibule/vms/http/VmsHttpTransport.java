package io.vestibule.vms.http;

import io.vestibule.vms.VmsAddress;
import io.vestibule.vms.VmsException;
import io.vestibule.vms.VmsFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends one request and reads its response. Follows no redirect, which could send the key elsewhere or lose a
/// body, and never repeats a request. Calls to the loopback address use no proxy.
///
/// Logs each call with its method, path without ids and query, outcome and duration: no key, no body, no id.
final class VmsHttpTransport implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VmsHttpTransport.class);
    private static final int LONGEST_BODY = 64 << 20;
    private static final Pattern WORD = Pattern.compile("[a-z][a-z_-]{0,30}|v[0-9]{1,2}");

    private final VmsAddress address;
    private final Optional<String> authorisation;
    private final Timeouts timeouts;
    private final HttpClient client;

    /// @param authorisation value of the `Authorization` header
    /// @throws VmsException [VmsFailure.NoCertificates] if the file of certificate authorities cannot be used
    VmsHttpTransport(VmsAddress address, Optional<String> authorisation, Timeouts timeouts, VmsTrust trust) {
        this.address = address;
        this.authorisation = authorisation;
        this.timeouts = timeouts;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeouts.connect());
        if (address.isLoopback()) {
            builder.proxy(HttpClient.Builder.NO_PROXY);
        }
        if ("https".equals(address.base().getScheme())) {
            builder.sslContext(trust.sslContext());
        }
        this.client = builder.build();
    }

    VmsAddress address() {
        return address;
    }

    VmsResponse get(URI uri) {
        return send(request(uri).GET());
    }

    VmsResponse delete(URI uri) {
        return send(request(uri).DELETE());
    }

    VmsResponse post(URI uri, String json) {
        return send(request(uri)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    VmsResponse put(URI uri, String json) {
        return send(
                request(uri).header("Content-Type", "application/json").PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(URI uri) {
        if (!address.isSameServer(uri)) {
            throw new VmsException(new VmsFailure.ForeignPage());
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).header("Accept", "application/json").header("User-Agent", "Vestibule");
        authorisation.ifPresent(value -> request.header("Authorization", value));
        return request;
    }

    private VmsResponse send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        long started = System.nanoTime();
        String outcome = "failed";
        try {
            VmsResponse answer = call(built);
            outcome = String.valueOf(answer.status());
            return answer;
        } catch (VmsException e) {
            outcome = e.problem().code();
            throw e;
        } finally {
            LOG.info(
                    "{} {}: {} after {} ms",
                    built.method(),
                    template(built.uri()),
                    outcome,
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
        }
    }

    /// The path with everything that is not a word of the API replaced.
    static String template(URI uri) {
        String path = Optional.ofNullable(uri.getRawPath()).orElse("");
        return Stream.of(path.split("/", -1))
                .map(part -> part.isEmpty() || WORD.matcher(part).matches() ? part : "{id}")
                .collect(Collectors.joining("/"));
    }

    private VmsResponse call(HttpRequest request) {
        boolean reads = request.method().equals("GET");
        VmsFailure unanswered = reads ? new VmsFailure.ReadNoAnswer() : new VmsFailure.NoAnswer();
        CompletableFuture<HttpResponse<byte[]>> asked = client.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LONGEST_BODY));
        try {
            // The timeout of the request ends with the response headers; this one includes the body.
            HttpResponse<byte[]> answer = asked.get(timeouts.answer().toMillis(), TimeUnit.MILLISECONDS);
            return new VmsResponse(answer.statusCode(), answer.headers(), answer.body());
        } catch (TimeoutException _) {
            asked.cancel(true);
            throw new VmsException(unanswered);
        } catch (InterruptedException _) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            throw new VmsException(unanswered);
        } catch (ExecutionException e) {
            throw new VmsException(failure(Optional.ofNullable(e.getCause()).orElse(e), unanswered));
        }
    }

    /// @param unanswered what it means if the connection broke after the request may have been received
    private static VmsFailure failure(Throwable thrown, VmsFailure unanswered) {
        if (has(thrown, CertificateException.class) || has(thrown, CertPathValidatorException.class)) {
            return new VmsFailure.NotTrusted();
        }
        boolean early = has(thrown, ConnectException.class)
                || has(thrown, HttpConnectTimeoutException.class)
                || has(thrown, UnresolvedAddressException.class)
                || has(thrown, UnknownHostException.class)
                || has(thrown, NoRouteToHostException.class)
                || has(thrown, SSLException.class);
        if (early) {
            return new VmsFailure.Unreachable();
        }
        if (has(thrown, IOException.class)) {
            return unanswered;
        }
        throw new IllegalStateException("A call of HTTP failed in a way that no server can cause", thrown);
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        for (@Nullable Throwable at = thrown; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    /// Lets calls in progress finish and does not wait for them.
    @Override
    public void close() {
        client.shutdown();
    }
}
