package io.vestibule.local.vms;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Finds who answers a question.
final class Router {

    private static final String LKEY = "LKey ";

    private final VmsStore store;
    private final Rules rules;
    private final LocalVmsSettings settings;
    private final String endpoint;
    private final Supplier<Duration> skew;

    /// @param endpoint its own address, which the login tells
    /// @param skew how far the clock that it tells is ahead
    Router(VmsStore store, LocalVmsSettings settings, String endpoint, Supplier<Duration> skew) {
        this.store = store;
        this.rules = new Rules(store, settings.strict(), settings.clock());
        this.settings = settings;
        this.endpoint = endpoint;
        this.skew = skew;
    }

    Reply answer(Request request) {
        List<String> parts = request.parts();
        if (request.is("POST") && parts.equals(List.of("v1", "auth"))) {
            return login(request);
        }
        if (parts.size() < 3 || !parts.getFirst().equals("api")) {
            return Reply.notFound();
        }
        if (!request.path().endsWith("/") && !parts.getLast().equals("aliases")) {
            // Guesses; they make a client that forgets the slash visible.
            return request.is("GET") ? Reply.empty(301).with("Location", request.path() + "/") : Reply.notFound();
        }
        return account(request).map(account -> api(request, account, parts)).orElseGet(Reply::notAuthorised);
    }

    private Reply api(Request request, Account account, List<String> parts) {
        String version = parts.get(1);
        List<String> rest = parts.subList(2, parts.size());
        if (version.equals("v2")) {
            return request.is("GET") ? v2(request, account, rest) : notAllowed();
        }
        if (!version.equals("v3") || rest.size() > 2) {
            return Reply.notFound();
        }
        Optional<Long> id = rest.size() == 2 ? id(rest.get(1)) : Optional.empty();
        if (rest.size() == 2 && id.isEmpty()) {
            return Reply.notFound();
        }
        return switch (rest.getFirst()) {
            case "alert_rules" -> id.map(one -> rule(request, account, one)).orElseGet(() -> rules(request, account));
            case "channels" -> read(request, account, Kind.CHANNEL, id);
            case "channel_groups" -> read(request, account, Kind.GROUP, id);
            case "aliases" -> read(request, account, Kind.ALIAS, id);
            default -> Reply.notFound();
        };
    }

    private Reply rules(Request request, Account account) {
        return switch (request.method()) {
            case "GET" -> rules.page(account, request, settings.mostPerPage());
            case "POST" -> body(request).map(body -> rules.post(account, body)).orElseGet(Router::noJson);
            default -> notAllowed();
        };
    }

    private Reply rule(Request request, Account account, long id) {
        return switch (request.method()) {
            case "GET" -> rules.get(account, id);
            case "PUT" ->
                body(request).map(body -> rules.put(account, id, body)).orElseGet(Router::noJson);
            case "DELETE" -> rules.delete(account, id);
            default -> notAllowed();
        };
    }

    private Reply read(Request request, Account account, Kind kind, Optional<Long> id) {
        if (!request.is("GET")) {
            return notAllowed();
        }
        if (id.isPresent()) {
            return store.one(account, kind, id.get())
                    .map(one -> Reply.json(200, one))
                    .orElseGet(Reply::notFound);
        }
        List<String> with = tags(request, "meta");
        List<String> without = tags(request, "meta_not");
        List<Map<String, Object>> found = store.all(account, kind).stream()
                .filter(item -> item.getOrDefault("meta", Map.of()) instanceof Map<?, ?> meta
                        && meta.keySet().containsAll(with)
                        && without.stream().noneMatch(meta::containsKey))
                .toList();
        return Listing.page(request, found, settings.mostPerPage());
    }

    private Reply v2(Request request, Account account, List<String> rest) {
        if (rest.equals(List.of("server", "time"))) {
            LocalDateTime now =
                    LocalDateTime.ofInstant(settings.clock().instant().plus(skew.get()), ZoneOffset.UTC);
            return Reply.json(200, Map.of("utc", now.toString()));
        }
        boolean events = rest.size() == 4
                && rest.getFirst().equals("cameras")
                && rest.subList(2, 4).equals(List.of("event_processing", "events"));
        return Optional.of(rest)
                .filter(_ -> events)
                .flatMap(path -> id(path.get(1)))
                .flatMap(id -> store.one(account, Kind.CHANNEL, id))
                .map(channel -> Listing.page(request, Seeds.events(channel), settings.mostPerPage()))
                .orElseGet(Reply::notFound);
    }

    private Reply login(Request request) {
        Map<String, Object> body = request.body().orElse(Map.of());
        return store.accounts().stream()
                .filter(account -> account.email().equals(body.get("email"))
                        && account.password().equals(body.get("password")))
                .findFirst()
                .map(account -> Reply.json(
                        200,
                        Map.of(
                                "accessToken",
                                "embedded-" + account.number(),
                                "session",
                                Map.of(
                                        "company",
                                        Map.of(
                                                "id",
                                                account.number(),
                                                "endpoint",
                                                endpoint,
                                                "lKey",
                                                account.licenceKey())))))
                .orElseGet(() -> Reply.error(401, "invalid_auth", "E-mail or password is wrong"));
    }

    private Optional<Account> account(Request request) {
        String header = request.authorisation();
        return header.startsWith(LKEY)
                ? store.accounts().stream()
                        .filter(account -> account.licenceKey().equals(header.substring(LKEY.length())))
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Map<String, Object>> body(Request request) {
        return request.body();
    }

    private static List<String> tags(Request request, String name) {
        return Arrays.stream(request.query().getOrDefault(name, "").split(",", -1))
                .filter(Predicate.not(String::isBlank))
                .toList();
    }

    private static Optional<Long> id(String part) {
        try {
            return Optional.of(Long.parseLong(part));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Reply noJson() {
        return Reply.error(400, "bad_request", "The body is no JSON object");
    }

    private static Reply notAllowed() {
        return Reply.error(405, "method_not_allowed", "This is not done here");
    }
}
