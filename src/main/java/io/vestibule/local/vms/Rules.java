package io.vestibule.local.vms;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Alert rules as resources. Keys that nobody knows are kept and told again.
final class Rules {

    private static final DateTimeFormatter NAIVE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS");
    private static final List<String> OWN = List.of("id", "created_at", "topic");

    private final VmsStore store;
    private final boolean strict;
    private final InstantSource clock;

    Rules(VmsStore store, boolean strict, InstantSource clock) {
        this.store = store;
        this.strict = strict;
        this.clock = clock;
    }

    Reply page(Account account, Request request, int cap) {
        return Listing.page(
                request,
                cap,
                (limit, offset) -> store.change(() -> new Listing.Slice(
                        store.count(account, Kind.RULE), store.some(account, Kind.RULE, limit, offset))));
    }

    Reply get(Account account, long id) {
        return store.one(account, Kind.RULE, id)
                .map(rule -> Reply.json(200, rule))
                .orElseGet(Reply::notFound);
    }

    /// What the client says of id, time and topic is ignored (a guess).
    Reply post(Account account, Map<String, Object> body) {
        return store.change(() -> refusal(account, body).orElseGet(() -> {
            Map<String, Object> rule = new LinkedHashMap<>(body);
            long id = store.nextRule();
            rule.put("id", id);
            rule.put("created_at", NAIVE.format(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)));
            rule.put("topic", "arn:aws:sns:us-east-1:000000000000:embedded-alert-rule-" + id);
            store.insert(account, Kind.RULE, id, rule);
            return Reply.json(201, rule);
        }));
    }

    /// Keys that are sent replace those that are there, whole (as sibling resources do; a guess for `meta`).
    Reply put(Account account, long id, Map<String, Object> body) {
        return store.change(() -> {
            Optional<Map<String, Object>> known = store.one(account, Kind.RULE, id);
            if (known.isEmpty()) {
                return Reply.notFound();
            }
            Map<String, Object> rule = new LinkedHashMap<>(known.get());
            body.forEach((key, value) -> {
                if (!OWN.contains(key)) {
                    rule.put(key, value);
                }
            });
            return refusal(account, rule).orElseGet(() -> {
                store.update(account, Kind.RULE, id, rule);
                return Reply.json(200, rule);
            });
        });
    }

    Reply delete(Account account, long id) {
        boolean gone = store.change(() -> store.delete(account, Kind.RULE, id));
        return gone ? Reply.empty(204) : Reply.notFound();
    }

    private Optional<Reply> refusal(Account account, Map<String, Object> rule) {
        return strict
                ? new RuleCheck(store, account).wrong(rule).map(words -> Reply.error(400, "bad_request", words))
                : Optional.empty();
    }
}
