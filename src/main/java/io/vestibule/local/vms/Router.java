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

/// Routes a request to the resource that answers it.
final class Router {

    private static final String LKEY = "LKey ";

    private final VmsStore store;
    private final AlertRuleResource alertRuleResource;
    private final LocalVmsSettings settings;
    private final String endpoint;
    private final Supplier<Duration> skew;

    /// @param endpoint address of this server, which the login returns
    /// @param skew how far the reported clock is ahead
    Router(VmsStore store, LocalVmsSettings settings, String endpoint, Supplier<Duration> skew) {
        this.store = store;
        this.alertRuleResource = new AlertRuleResource(store, settings.strict(), settings.clock());
        this.settings = settings;
        this.endpoint = endpoint;
        this.skew = skew;
    }

    VmsReply answer(VmsRequest vmsRequest) {
        List<String> parts = vmsRequest.parts();
        if (vmsRequest.is("POST") && parts.equals(List.of("v1", "auth"))) {
            return login(vmsRequest);
        }
        if (parts.size() < 3 || !parts.getFirst().equals("api")) {
            return VmsReply.notFound();
        }
        if (!vmsRequest.path().endsWith("/") && !parts.getLast().equals("aliases")) {
            // Guesses; they make a client that omits the trailing slash visible.
            return vmsRequest.is("GET")
                    ? VmsReply.empty(301).with("Location", vmsRequest.path() + "/")
                    : VmsReply.notFound();
        }
        return account(vmsRequest)
                .map(account -> api(vmsRequest, account, parts))
                .orElseGet(VmsReply::notAuthorised);
    }

    private VmsReply api(VmsRequest vmsRequest, Account account, List<String> parts) {
        String version = parts.get(1);
        List<String> rest = parts.subList(2, parts.size());
        if (version.equals("v2")) {
            return vmsRequest.is("GET") ? v2(vmsRequest, account, rest) : notAllowed();
        }
        if (!version.equals("v3") || rest.size() > 2) {
            return VmsReply.notFound();
        }
        Optional<Long> id = rest.size() == 2 ? id(rest.get(1)) : Optional.empty();
        if (rest.size() == 2 && id.isEmpty()) {
            return VmsReply.notFound();
        }
        return switch (rest.getFirst()) {
            case "alert_rules" ->
                id.map(one -> rule(vmsRequest, account, one)).orElseGet(() -> rules(vmsRequest, account));
            case "channels" -> read(vmsRequest, account, ItemKind.CHANNEL, id);
            case "channel_groups" -> read(vmsRequest, account, ItemKind.GROUP, id);
            case "aliases" -> read(vmsRequest, account, ItemKind.ALIAS, id);
            default -> VmsReply.notFound();
        };
    }

    private VmsReply rules(VmsRequest vmsRequest, Account account) {
        return switch (vmsRequest.method()) {
            case "GET" -> alertRuleResource.page(account, vmsRequest, settings.mostPerPage());
            case "POST" ->
                body(vmsRequest)
                        .map(body -> alertRuleResource.post(account, body))
                        .orElseGet(Router::noJson);
            default -> notAllowed();
        };
    }

    private VmsReply rule(VmsRequest vmsRequest, Account account, long id) {
        return switch (vmsRequest.method()) {
            case "GET" -> alertRuleResource.get(account, id);
            case "PUT" ->
                body(vmsRequest)
                        .map(body -> alertRuleResource.put(account, id, body))
                        .orElseGet(Router::noJson);
            case "DELETE" -> alertRuleResource.delete(account, id);
            default -> notAllowed();
        };
    }

    private VmsReply read(VmsRequest vmsRequest, Account account, ItemKind itemKind, Optional<Long> id) {
        if (!vmsRequest.is("GET")) {
            return notAllowed();
        }
        if (id.isPresent()) {
            return store.find(account, itemKind, id.get())
                    .map(one -> VmsReply.json(200, one))
                    .orElseGet(VmsReply::notFound);
        }
        List<String> with = tags(vmsRequest, "meta");
        List<String> without = tags(vmsRequest, "meta_not");
        List<Map<String, Object>> found = store.all(account, itemKind).stream()
                .filter(item -> item.getOrDefault("meta", Map.of()) instanceof Map<?, ?> meta
                        && meta.keySet().containsAll(with)
                        && without.stream().noneMatch(meta::containsKey))
                .toList();
        return PagedResponse.page(vmsRequest, found, settings.mostPerPage());
    }

    private VmsReply v2(VmsRequest vmsRequest, Account account, List<String> rest) {
        if (rest.equals(List.of("server", "time"))) {
            LocalDateTime now =
                    LocalDateTime.ofInstant(settings.clock().instant().plus(skew.get()), ZoneOffset.UTC);
            return VmsReply.json(200, Map.of("utc", now.toString()));
        }
        boolean events = rest.size() == 4
                && rest.getFirst().equals("cameras")
                && rest.subList(2, 4).equals(List.of("event_processing", "events"));
        return Optional.of(rest)
                .filter(_ -> events)
                .flatMap(path -> id(path.get(1)))
                .flatMap(id -> store.find(account, ItemKind.CHANNEL, id))
                .map(channel -> PagedResponse.page(vmsRequest, AccountSeeder.events(channel), settings.mostPerPage()))
                .orElseGet(VmsReply::notFound);
    }

    private VmsReply login(VmsRequest vmsRequest) {
        Map<String, Object> body = vmsRequest.body().orElse(Map.of());
        return store.accounts().stream()
                .filter(account -> account.email().equals(body.get("email"))
                        && account.password().equals(body.get("password")))
                .findFirst()
                .map(account -> VmsReply.json(
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
                .orElseGet(() -> VmsReply.error(401, "invalid_auth", "E-mail or password is wrong"));
    }

    private Optional<Account> account(VmsRequest vmsRequest) {
        String header = vmsRequest.authorisation();
        return header.startsWith(LKEY)
                ? store.accounts().stream()
                        .filter(account -> account.licenceKey().equals(header.substring(LKEY.length())))
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Map<String, Object>> body(VmsRequest vmsRequest) {
        return vmsRequest.body();
    }

    private static List<String> tags(VmsRequest vmsRequest, String name) {
        return Arrays.stream(vmsRequest.query().getOrDefault(name, "").split(",", -1))
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

    private static VmsReply noJson() {
        return VmsReply.error(400, "bad_request", "The body is no JSON object");
    }

    private static VmsReply notAllowed() {
        return VmsReply.error(405, "method_not_allowed", "This is not done here");
    }
}
