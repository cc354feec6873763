package io.vestibule.local.vms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Injects faults into the embedded VMS. Each fault happens once, on the first request with its method to the
/// rules.
public final class VmsFaultInjector {

    private static final long LONGEST_WAIT_SECONDS = 120;

    private final List<Planned> planned = new ArrayList<>();
    private final List<String> recorded = new ArrayList<>();
    private final Set<Long> withoutId = new HashSet<>();
    private boolean recording;
    private volatile Duration skew = Duration.ZERO;
    private volatile CountDownLatch slow = new CountDownLatch(1);
    private volatile Runnable holding = () -> {};

    /// @param done whether the request is performed before the response fails
    /// @param passing number of requests with that method that succeed first
    record Planned(String method, VmsFault fault, boolean done, int passing) {
        Planned nearer() {
            return new Planned(method, fault, done, passing - 1);
        }
    }

    /// @param method for example `POST`
    /// @param done whether the request is performed before the response fails
    public synchronized void failNext(String method, VmsFault vmsFault, boolean done) {
        failAfter(0, method, vmsFault, done);
    }

    /// The same as [#failNext], after a number of requests with that method that succeed.
    public synchronized void failAfter(int passing, String method, VmsFault vmsFault, boolean done) {
        planned.add(new Planned(method, vmsFault, done, passing));
    }

    /// From now on these rules have no id in the list of rules; they can be asked for by their id all the same.
    public synchronized void loseIds(Set<Long> rules) {
        withoutId.clear();
        withoutId.addAll(rules);
    }

    /// A list as it is answered, with the faults of its rows.
    synchronized VmsReply list(VmsRequest vmsRequest, VmsReply good) {
        if (withoutId.isEmpty()
                || !vmsRequest.is("GET")
                || !vmsRequest.path().equals("/api/v3/alert_rules/")
                || !(Json.object(good.body()).get("objects") instanceof List<?> rows)) {
            return good;
        }
        Map<String, Object> body = new LinkedHashMap<>(Json.object(good.body()));
        body.put("objects", rows.stream().map(this::row).toList());
        return VmsReply.json(good.status(), body);
    }

    private Object row(Object row) {
        if (row instanceof Map<?, ?> rule
                && rule.get("id") instanceof Number id
                && withoutId.contains(id.longValue())) {
            Map<Object, Object> without = new LinkedHashMap<>(rule);
            without.remove("id");
            return without;
        }
        return row;
    }

    /// Forgets faults that have not happened yet.
    public synchronized void clear() {
        planned.clear();
    }

    /// Releases slow responses, those that are waiting and those to come.
    public void release() {
        slow.countDown();
    }

    /// From now on slow responses wait again until [#release].
    ///
    /// @param reached called when a response begins to wait
    public void hold(Runnable reached) {
        holding = reached;
        slow = new CountDownLatch(1);
    }

    /// Sets how far the server's clock is ahead.
    public void skew(Duration ahead) {
        skew = ahead;
    }

    Duration skew() {
        return skew;
    }

    void awaitRelease() {
        holding.run();
        try {
            if (!slow.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                slow = new CountDownLatch(1);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Every request to the rules since [#record] was called, as `PUT /api/v3/alert_rules/140/`.
    public synchronized List<String> recorded() {
        return List.copyOf(recorded);
    }

    /// Records requests from now on, for tests.
    public synchronized void record() {
        recording = true;
        recorded.clear();
    }

    synchronized Optional<Planned> poll(VmsRequest vmsRequest) {
        if (!vmsRequest.path().startsWith("/api/v3/alert_rules")) {
            return Optional.empty();
        }
        if (recording) {
            recorded.add(vmsRequest.method() + " " + vmsRequest.path());
        }
        Optional<Planned> first = planned.stream()
                .filter(plan -> plan.method().equals(vmsRequest.method()))
                .findFirst();
        first.ifPresent(planned::remove);
        first.filter(plan -> plan.passing() > 0).ifPresent(plan -> planned.addFirst(plan.nearer()));
        return first.filter(plan -> plan.passing() == 0);
    }
}
