package io.vestibule.local.vms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A page of a list in the envelope that all lists of the VMS have. `next` and `previous` are paths that keep the
/// query.
final class PagedResponse {

    private static final int USUAL = 20;

    private PagedResponse() {}

    /// A part of a list.
    ///
    /// @param total entries of the whole list
    record Slice(int total, List<Map<String, Object>> entries) {}

    /// Reads a part of a list that is too long to be read as a whole.
    interface SliceReader {
        Slice read(int limit, int offset);
    }

    static VmsReply page(VmsRequest vmsRequest, List<Map<String, Object>> all, int cap) {
        return page(vmsRequest, cap, (limit, offset) -> {
            int from = Math.min(offset, all.size());
            return new Slice(all.size(), all.subList(from, (int) Math.min((long) from + limit, all.size())));
        });
    }

    static VmsReply page(VmsRequest vmsRequest, int cap, SliceReader sliceReader) {
        int limit;
        int offset;
        try {
            limit = Integer.parseInt(vmsRequest.query().getOrDefault("limit", String.valueOf(USUAL)));
            offset = Integer.parseInt(vmsRequest.query().getOrDefault("offset", "0"));
        } catch (NumberFormatException _) {
            return refused();
        }
        if (limit < 1 || offset < 0) {
            return refused();
        }
        int size = Math.min(limit, cap);
        Slice slice = sliceReader.read(size, offset);
        long to = (long) offset + slice.entries().size();
        boolean more = !slice.entries().isEmpty() && to < slice.total();
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        meta.put("limit", size);
        meta.put("next", more ? link(vmsRequest, size, (int) to) : null);
        meta.put("offset", offset);
        meta.put("previous", offset > 0 ? link(vmsRequest, size, Math.max(0, offset - size)) : null);
        meta.put("total_count", slice.total());
        return VmsReply.json(200, Map.of("meta", meta, "objects", slice.entries()));
    }

    /// The status for an invalid limit is a guess.
    private static VmsReply refused() {
        return VmsReply.error(400, "bad_request", "limit and offset are whole numbers");
    }

    private static String link(VmsRequest vmsRequest, int limit, int offset) {
        Map<String, String> query = new LinkedHashMap<>(vmsRequest.query());
        query.put("limit", String.valueOf(limit));
        query.put("offset", String.valueOf(offset));
        return vmsRequest.path() + "?"
                + query.entrySet().stream()
                        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
