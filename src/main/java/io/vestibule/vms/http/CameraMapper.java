package io.vestibule.vms.http;

import io.vestibule.vms.CameraEvent;
import io.vestibule.vms.Channel;
import io.vestibule.vms.ChannelGroup;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Maps cameras and groups, and reads only the fields that a rule needs: never sources, passwords and tokens.
final class CameraMapper {

    private CameraMapper() {}

    /// @return empty if it has no id
    static Optional<Channel> channel(JsonNode node) {
        return id(node).map(id -> new Channel(id, name(node), zone(node), state(node), sites(node.path("meta"))));
    }

    /// @return empty if it has no id
    static Optional<ChannelGroup> group(JsonNode node) {
        List<Long> cameras = node.path("channels").values().stream()
                .filter(JsonNode::canConvertToLong)
                .map(JsonNode::longValue)
                .toList();
        return id(node).map(id -> new ChannelGroup(id, name(node), cameras));
    }

    /// @return empty if it has no name
    static Optional<CameraEvent> event(JsonNode node) {
        return Optional.of(name(node))
                .filter(name -> !name.isBlank())
                .map(name -> new CameraEvent(name, node.path("receive").asBoolean(true)));
    }

    private static Optional<Long> id(JsonNode node) {
        JsonNode id = node.path("id");
        return id.isIntegralNumber() && id.canConvertToLong() ? Optional.of(id.longValue()) : Optional.empty();
    }

    private static String name(JsonNode node) {
        return node.path("name").asString("");
    }

    private static Optional<ZoneId> zone(JsonNode node) {
        try {
            return Optional.of(node.path("timezone").asString(""))
                    .filter(name -> !name.isEmpty())
                    .map(ZoneId::of);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Channel.State state(JsonNode node) {
        JsonNode status = node.path("status");
        if (status.isString()) {
            return status.stringValue().equals("active") ? Channel.State.ONLINE : Channel.State.OFFLINE;
        }
        JsonNode streaming = node.path("streaming");
        if (streaming.isBoolean()) {
            return streaming.booleanValue() ? Channel.State.ONLINE : Channel.State.OFFLINE;
        }
        return Channel.State.UNKNOWN;
    }

    private static Set<String> sites(JsonNode meta) {
        JsonNode site = meta.path("siteId");
        return site.isString() || site.isNumber() ? Set.of(site.asString()) : Set.of();
    }
}
