package io.vestibule.local.vms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vestibule.local.LoopbackHttp;
import io.vestibule.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The embedded VMS on a port of the loopback address that differs at every start. Its data is persistent.
public final class LocalVms implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalVms.class);

    private final VmsStore store;
    private static final int SHUTDOWN_SECONDS = 5;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Account account;
    private final Router router;
    private final VmsFaultInjector vmsFaultInjector = new VmsFaultInjector();

    private LocalVms(VmsStore store, HttpServer server, LocalVmsSettings settings) {
        this.store = store;
        this.server = server;
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
        this.account =
                store.inTransaction(() -> store.accounts().stream().findFirst().orElseGet(this::newAccount));
        this.router = new Router(store, settings, address().toString(), vmsFaultInjector::skew);
    }

    /// @param key password of its database
    /// @throws io.vestibule.store.StoreException if the database is in use, damaged or newer, or the key is
    ///     wrong
    /// @throws UncheckedIOException if no port is available
    public static LocalVms open(Path folder, char[] key, LocalVmsSettings settings) {
        VmsStore store = VmsStore.open(folder, key);
        try {
            HttpServer server = LoopbackHttp.create(0);
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

    /// The account that the console uses.
    public Account account() {
        return account;
    }

    /// Adds another customer account, with its own cameras and rules.
    public Account addAccount() {
        return store.inTransaction(this::newAccount);
    }

    /// Its database, for backups.
    public Database database() {
        return store.database();
    }

    public VmsFaultInjector faults() {
        return vmsFaultInjector;
    }

    private Account newAccount() {
        Account created = store.addAccount();
        AccountSeeder.seed(store, created);
        return created;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            VmsRequest vmsRequest = VmsRequest.of(exchange);
            Optional<VmsReply> reply = vmsFaultInjector
                    .poll(vmsRequest)
                    .map(plan -> faulty(vmsRequest, plan))
                    .orElseGet(() -> Optional.of(answer(vmsRequest)));
            if (reply.isPresent()) {
                send(exchange, reply.get());
            }
        }
    }

    private VmsReply answer(VmsRequest vmsRequest) {
        try {
            return vmsFaultInjector.list(vmsRequest, router.answer(vmsRequest));
        } catch (RuntimeException e) {
            LOG.warn("The embedded VMS failed", e);
            return VmsReply.error(500, "internal", "The embedded VMS failed");
        }
    }

    /// @return empty to close the connection
    private Optional<VmsReply> faulty(VmsRequest vmsRequest, VmsFaultInjector.Planned plan) {
        VmsReply good = plan.done() ? answer(vmsRequest) : VmsReply.empty(200);
        return switch (plan.fault()) {
            case KEY_EXPIRED -> Optional.of(VmsReply.error(401, "invalid_auth", "The licence key has expired"));
            case FORBIDDEN -> Optional.of(VmsReply.error(403, "access_deny", "Not for this account"));
            case MISSING -> Optional.of(VmsReply.notFound());
            case ILL -> Optional.of(VmsReply.error(500, "internal", "Something broke"));
            case BAD_GATEWAY ->
                Optional.of(new VmsReply(502, Map.of(), "text/html", "<html><body>502 Bad Gateway</body></html>"));
            case EMPTY -> Optional.of(VmsReply.empty(200));
            case SLOW -> {
                vmsFaultInjector.awaitRelease();
                yield Optional.of(good);
            }
            case RESET -> Optional.empty();
            case BUSY -> Optional.of(VmsReply.error(429, "too_many", "Too many calls"));
            case BUSY_FOR_A_WHILE ->
                Optional.of(VmsReply.error(429, "too_many", "Too many calls").with("Retry-After", "7"));
            case MOVING -> {
                insertExternalRule();
                yield Optional.of(good);
            }
            case FOREIGN_PAGE -> Optional.of(elsewhere(good));
        };
    }

    private void insertExternalRule() {
        store.inTransaction(() -> {
            Map<String, Object> rule =
                    new LinkedHashMap<>(store.all(account, ItemKind.RULE).getFirst());
            long id = store.nextRule();
            rule.put("id", id);
            rule.put("name", "Rule of somebody else " + id);
            store.insert(account, ItemKind.RULE, id, rule);
            return id;
        });
    }

    private static VmsReply elsewhere(VmsReply good) {
        Map<String, Object> body = new LinkedHashMap<>(Json.object(good.body()));
        body.put("meta", Map.of("total_count", 1_000, "next", "https://elsewhere.example.com/api/v3/alert_rules/"));
        return VmsReply.json(200, body);
    }

    private static void send(HttpExchange exchange, VmsReply vmsReply) throws IOException {
        vmsReply.headers().forEach(exchange.getResponseHeaders()::set);
        if (!vmsReply.type().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", vmsReply.type());
        }
        byte[] bytes = vmsReply.bytes();
        exchange.sendResponseHeaders(vmsReply.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        vmsFaultInjector.release();
        server.stop(0);
        // Requests in progress are waited for and not interrupted: they may be in the database.
        threads.shutdown();
        try {
            var _ = threads.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        store.close();
    }
}
