package io.vestibule.vms.http;

import io.vestibule.vms.VmsException;
import io.vestibule.vms.VmsFailure;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Reads a whole list, page by page. Pagination is by offset, so a change between two pages shifts the following
/// entries: a list whose count does not match is read again.
final class PagedListReader {

    /// Other clients use at most 1,000 in practice; half of it keeps the response time below a second.
    private static final int LIMIT = 500;

    private static final int MOST_PAGES = 2_000;
    private static final int TRIES = 3;

    private final Function<URI, JsonNode> get;
    private final Function<String, URI> resolve;

    /// @param get requests one page
    /// @param resolve resolves a path of the server to its address
    PagedListReader(Function<URI, JsonNode> get, Function<String, URI> resolve) {
        this.get = get;
        this.resolve = resolve;
    }

    /// @param path with or without a query
    /// @return every entry once
    List<JsonNode> readAll(String path) {
        for (int i = 0; i < TRIES; i++) {
            Optional<List<JsonNode>> whole = once(path);
            if (whole.isPresent()) {
                return whole.get();
            }
        }
        throw new VmsException(new VmsFailure.UnstableList());
    }

    private Optional<List<JsonNode>> once(String path) {
        Map<Object, JsonNode> found = new LinkedHashMap<>();
        OptionalLong total = OptionalLong.empty();
        Optional<URI> next = Optional.of(at(path, 0));
        long read = 0;
        for (int page = 0; next.isPresent() && page < MOST_PAGES; page++) {
            JsonNode body = get.apply(next.get());
            List<JsonNode> objects = objects(body);
            keys(objects).forEach(found::put);
            read += objects.size();
            OptionalLong count = total(body);
            if (page > 0 && !count.equals(total)) {
                return Optional.empty();
            }
            total = count;
            next = objects.isEmpty() ? Optional.empty() : next(path, body, read);
        }
        boolean comesOut = total.isEmpty() || total.getAsLong() == found.size();
        return comesOut ? Optional.of(List.copyOf(found.values())) : Optional.empty();
    }

    /// Entries by the key by which they are found again on the next page, if the list moved on in the meantime. On
    /// one page nothing is listed twice: two equal entries without an id are two.
    private static Map<Object, JsonNode> keys(List<JsonNode> page) {
        Map<Object, JsonNode> keys = new LinkedHashMap<>();
        for (JsonNode entry : page) {
            Optional<Object> id = ListEntryKey.id(entry);
            Object key = id.orElseGet(() -> new ListEntryKey(entry, 0));
            for (int copy = 1; id.isEmpty() && keys.containsKey(key); copy++) {
                key = new ListEntryKey(entry, copy);
            }
            keys.put(key, entry);
        }
        return keys;
    }

    private Optional<URI> next(String path, JsonNode body, long read) {
        JsonNode next = body.path("meta").path("next");
        if (next.isString()) {
            return Optional.of(resolve.apply(next.stringValue()));
        }
        OptionalLong total = total(body);
        return total.isPresent() && read < total.getAsLong() ? Optional.of(at(path, read)) : Optional.empty();
    }

    private URI at(String path, long offset) {
        return resolve.apply(path + (path.contains("?") ? "&" : "?") + "limit=" + LIMIT + "&offset=" + offset);
    }

    private static List<JsonNode> objects(JsonNode body) {
        JsonNode list = body.isArray() ? body : body.path("objects");
        if (!list.isArray()) {
            throw new VmsException(new VmsFailure.Unreadable());
        }
        return List.copyOf(list.values());
    }

    private static OptionalLong total(JsonNode body) {
        JsonNode total = body.path("meta").path("total_count");
        return total.isIntegralNumber() ? OptionalLong.of(total.longValue()) : OptionalLong.empty();
    }
}
