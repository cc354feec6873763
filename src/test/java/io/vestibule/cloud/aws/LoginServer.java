package io.vestibule.cloud.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/// The services that issue logins and role credentials, as far as a login needs them.
public final class LoginServer implements AutoCloseable {

    static final String TOKEN = "token-of-alex";

    private final HttpServer server;
    private final Queue<String> refusals = new ArrayDeque<>();

    /// Path and body of the requests.
    final List<String> asked = new CopyOnWriteArrayList<>();

    private LoginServer(HttpServer server) {
        this.server = server;
        server.createContext("/", this::answer);
    }

    public static LoginServer start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        var login = new LoginServer(server);
        server.start();
        return login;
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Errors for the next token requests; after them the token is issued.
    public void refuse(String... names) {
        refusals.addAll(List.of(names));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(path + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            switch (path) {
                case "/client/register" -> send(exchange, 200, """
                            {"clientId": "client", "clientSecret": "secret", "clientIdIssuedAt": 1,
                             "clientSecretExpiresAt": 4070908800}""");
                case "/device_authorization" -> send(exchange, 200, """
                            {"deviceCode": "device", "userCode": "ABCD-EFGH", "verificationUri": "%s/page",
                             "verificationUriComplete": "%s/page?code=ABCD-EFGH", "expiresIn": 600, "interval": 1}""".formatted(address(), address()));
                case "/token" -> token(exchange);
                case "/federation/credentials" -> credentials(exchange);
                default -> send(exchange, 404, "{}");
            }
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        String refusal = refusals.poll();
        if (refusal == null) {
            send(exchange, 200, """
                    {"accessToken": "%s", "tokenType": "Bearer", "expiresIn": 28800, "refreshToken": "again"}""".formatted(TOKEN));
        } else {
            exchange.getResponseHeaders().set("x-amzn-ErrorType", refusal);
            send(exchange, 400, "{\"error\": \"" + refusal + "\"}");
        }
    }

    private static void credentials(HttpExchange exchange) throws IOException {
        boolean known = TOKEN.equals(exchange.getRequestHeaders().getFirst("x-amz-sso_bearer_token"));
        send(exchange, known ? 200 : 401, known ? """
                {"roleCredentials": {"accessKeyId": "VESTLOGGEDIN", "secretAccessKey": "s", "sessionToken": "t",
                 "expiration": 4070908800000}}""" : "{}");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
