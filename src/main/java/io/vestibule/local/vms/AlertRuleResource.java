package io.vestibule.local.vms;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Alert rules as a REST resource. Unknown keys are stored and returned.
final class AlertRuleResource {

    private static final DateTimeFormatter NAIVE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS");
    private static final List<String> OWN = List.of("id", "created_at", "topic");

    private final VmsStore store;
    private final boolean strict;
    private final InstantSource clock;

    AlertRuleResource(VmsStore store, boolean strict, InstantSource clock) {
        this.store = store;
        this.strict = strict;
        this.clock = clock;
    }

    VmsReply page(Account account, VmsRequest vmsRequest, int cap) {
        return PagedResponse.page(
                vmsRequest,
                cap,
                (limit, offset) -> store.inTransaction(() -> new PagedResponse.Slice(
                        store.count(account, ItemKind.RULE), store.page(account, ItemKind.RULE, limit, offset))));
    }

    VmsReply get(Account account, long id) {
        return store.find(account, ItemKind.RULE, id)
                .map(rule -> VmsReply.json(200, rule))
                .orElseGet(VmsReply::notFound);
    }

    /// The id, time and topic that the client sends are ignored (a guess).
    VmsReply post(Account account, Map<String, Object> body) {
        return store.inTransaction(() -> refusal(account, body).orElseGet(() -> {
            Map<String, Object> rule = new LinkedHashMap<>(body);
            long id = store.nextRule();
            rule.put("id", id);
            rule.put("created_at", NAIVE.format(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)));
            rule.put("topic", "arn:aws:sns:us-east-1:000000000000:embedded-alert-rule-" + id);
            store.insert(account, ItemKind.RULE, id, rule);
            return VmsReply.json(201, rule);
        }));
    }

    /// Keys that are sent replace the existing ones as a whole (as in sibling resources; a guess for `meta`).
    VmsReply put(Account account, long id, Map<String, Object> body) {
        return store.inTransaction(() -> {
            Optional<Map<String, Object>> known = store.find(account, ItemKind.RULE, id);
            if (known.isEmpty()) {
                return VmsReply.notFound();
            }
            Map<String, Object> rule = new LinkedHashMap<>(known.get());
            body.forEach((key, value) -> {
                if (!OWN.contains(key)) {
                    rule.put(key, value);
                }
            });
            return refusal(account, rule).orElseGet(() -> {
                store.update(account, ItemKind.RULE, id, rule);
                return VmsReply.json(200, rule);
            });
        });
    }

    VmsReply delete(Account account, long id) {
        boolean deleted = store.inTransaction(() -> store.delete(account, ItemKind.RULE, id));
        return deleted ? VmsReply.empty(204) : VmsReply.notFound();
    }

    private Optional<VmsReply> refusal(Account account, Map<String, Object> rule) {
        return strict
                ? new AlertRuleValidator(store, account)
                        .findViolation(rule)
                        .map(words -> VmsReply.error(400, "bad_request", words))
                : Optional.empty();
    }
}
