package io.vestibule.local.vms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The embedded VMS on a port of the loopback address that is another one at every start. What it holds survives.
public final class LocalVms implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalVms.class);

    private final VmsStore store;
    private final HttpServer server;
    private final ExecutorService threads;
    private final Account account;
    private final Router router;
    private final Faults faults = new Faults();

    private LocalVms(VmsStore store, HttpServer server, LocalVmsSettings settings) {
        this.store = store;
        this.server = server;
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
        this.account = store.change(() -> store.accounts().stream().findFirst().orElseGet(this::newAccount));
        this.router = new Router(store, settings, address().toString(), faults::skew);
    }

    /// @param key of its database
    /// @throws io.vestibule.store.StoreException if the database is in use, damaged, newer, or the key is wrong
    /// @throws UncheckedIOException if no port of this machine can be had
    public static LocalVms open(Path folder, char[] key, LocalVmsSettings settings) {
        VmsStore store = VmsStore.open(folder, key);
        try {
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
            LocalVms vms = new LocalVms(store, server, settings);
            server.setExecutor(vms.threads);
            server.createContext("/", vms::handle);
            server.start();
            return vms;
        } catch (IOException e) {
            store.close();
            throw new UncheckedIOException(e);
        }
    }

    /// For example `http://127.0.0.1:40123/`.
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /// The account of the console.
    public Account account() {
        return account;
    }

    /// Another customer, with cameras and rules of their own.
    public Account addAccount() {
        return store.change(this::newAccount);
    }

    public Faults faults() {
        return faults;
    }

    private Account newAccount() {
        Account made = store.addAccount();
        Seeds.plant(store, made);
        return made;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = Request.of(exchange);
            Optional<Reply> reply = faults.take(request)
                    .map(plan -> faulty(request, plan))
                    .orElseGet(() -> Optional.of(answer(request)));
            if (reply.isPresent()) {
                send(exchange, reply.get());
            }
        }
    }

    private Reply answer(Request request) {
        try {
            return router.answer(request);
        } catch (RuntimeException e) {
            LOG.warn("The embedded VMS failed", e);
            return Reply.error(500, "internal", "The embedded VMS failed");
        }
    }

    /// @return empty to end the connection
    private Optional<Reply> faulty(Request request, Faults.Planned plan) {
        Reply good = plan.done() ? answer(request) : Reply.empty(200);
        return switch (plan.fault()) {
            case KEY_EXPIRED -> Optional.of(Reply.error(401, "invalid_auth", "The licence key has expired"));
            case FORBIDDEN -> Optional.of(Reply.error(403, "access_deny", "Not for this account"));
            case MISSING -> Optional.of(Reply.notFound());
            case ILL -> Optional.of(Reply.error(500, "internal", "Something broke"));
            case BAD_GATEWAY ->
                Optional.of(new Reply(502, Map.of(), "text/html", "<html><body>502 Bad Gateway</body></html>"));
            case EMPTY -> Optional.of(Reply.empty(200));
            case SLOW -> {
                faults.await();
                yield Optional.of(good);
            }
            case RESET -> Optional.empty();
            case BUSY -> Optional.of(Reply.error(429, "too_many", "Too many calls"));
            case BUSY_FOR_A_WHILE ->
                Optional.of(Reply.error(429, "too_many", "Too many calls").with("Retry-After", "7"));
            case MOVING -> {
                rulesMove();
                yield Optional.of(good);
            }
            case FOREIGN_PAGE -> Optional.of(elsewhere(good));
        };
    }

    private void rulesMove() {
        store.change(() -> {
            Map<String, Object> rule =
                    new LinkedHashMap<>(store.all(account, Kind.RULE).getFirst());
            long id = store.nextRule();
            rule.put("id", id);
            rule.put("name", "Rule of somebody else " + id);
            store.insert(account, Kind.RULE, id, rule);
            return id;
        });
    }

    private static Reply elsewhere(Reply good) {
        Map<String, Object> body = new LinkedHashMap<>(Json.object(good.body()));
        body.put("meta", Map.of("total_count", 1_000, "next", "https://elsewhere.example.com/api/v3/alert_rules/"));
        return Reply.json(200, body);
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        if (!reply.type().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", reply.type());
        }
        byte[] bytes = reply.bytes();
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        faults.release();
        server.stop(0);
        threads.close();
        store.close();
    }
}
