package io.vestibule.vms.http;

import io.vestibule.vms.AlertRule;
import io.vestibule.vms.CameraEvent;
import io.vestibule.vms.Channel;
import io.vestibule.vms.ChannelGroup;
import io.vestibule.vms.RawJson;
import io.vestibule.vms.RemoteRuleId;
import io.vestibule.vms.RuleContent;
import io.vestibule.vms.RuleListing;
import io.vestibule.vms.SaveResult;
import io.vestibule.vms.ServerMessage;
import io.vestibule.vms.ServerTime;
import io.vestibule.vms.VmsAddress;
import io.vestibule.vms.VmsClient;
import io.vestibule.vms.VmsConnection;
import io.vestibule.vms.VmsException;
import io.vestibule.vms.VmsFailure;
import io.vestibule.vms.VmsId;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Adapter for the VMS over its `v3` API.
public final class HttpVmsClient implements VmsClient, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpVmsClient.class);
    private static final String RULES = "api/v3/alert_rules/";

    private final VmsId id;
    private final VmsAddress address;
    private final String key;
    private final InstantSource clock;
    private final VmsHttpTransport transport;
    private final PagedListReader listReader;

    /// Trusts the certificate authorities of this computer.
    public HttpVmsClient(VmsConnection connection, Timeouts timeouts, InstantSource clock) {
        this(connection, timeouts, clock, VmsTrust.of(Optional.empty()));
    }

    /// @throws VmsException [VmsFailure.NoCertificates] if the file of certificate authorities cannot be used
    public HttpVmsClient(VmsConnection connection, Timeouts timeouts, InstantSource clock, VmsTrust trust) {
        this.id = connection.id();
        this.address = connection.address();
        this.key = connection.key().reveal();
        this.clock = clock;
        this.transport = new VmsHttpTransport(address, Optional.of("LKey " + key), timeouts, trust);
        this.listReader =
                new PagedListReader(uri -> requireSuccess(transport.get(uri)).json(), this::resolve);
    }

    @Override
    public VmsId id() {
        return id;
    }

    @Override
    public VmsAddress address() {
        return address;
    }

    @Override
    public RuleListing listing() {
        List<AlertRule> rules = new ArrayList<>();
        List<RuleContent> unreadable = new ArrayList<>();
        for (JsonNode row : listReader.readAll(RULES)) {
            read(row)
                    .ifPresentOrElse(
                            rules::add, () -> unreadable.add(RuleContent.read(raw(row).orElse(RawJson.EMPTY))));
        }
        if (!unreadable.isEmpty()) {
            LOG.warn("{} rules of the VMS have no readable id", unreadable.size());
        }
        rules.sort(Comparator.comparingLong(rule -> rule.id().number()));
        return new RuleListing(rules, unreadable);
    }

    @Override
    public AlertRule rule(RemoteRuleId rule) {
        return parse(requireSuccess(transport.get(resolve(path(rule)))).json());
    }

    @Override
    public Set<RemoteRuleId> ruleIds() {
        return rules().stream().map(AlertRule::id).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public SaveResult create(RuleContent wanted, Set<RemoteRuleId> before) {
        before.forEach(this::requireOwn);
        RawJson body = RuleContentValidator.require(wanted);
        Optional<AlertRule> earlier = find(wanted, before);
        if (earlier.isPresent()) {
            return saved(earlier.get(), wanted, SaveResult.Confirmation.FOUND_BEFORE);
        }
        AlertRule created;
        try {
            created = parse(requireSuccess(transport.post(resolve(RULES), body.compact()))
                    .json());
        } catch (VmsException lost) {
            return search(lost, () -> find(wanted, before))
                    .map(found -> saved(found, wanted, SaveResult.Confirmation.FOUND_AFTERWARDS))
                    .orElseThrow(() -> lost);
        }
        return saved(reread(created), wanted, SaveResult.Confirmation.ANSWERED);
    }

    @Override
    public SaveResult update(AlertRule known, RuleContent wanted) {
        RuleContentValidator.require(wanted);
        AlertRule now = same(known);
        if (known.changeTo(wanted).isEmpty()) {
            return new SaveResult(now, SaveResult.Confirmation.NOTHING_TO_DO, now.differencesFrom(known, wanted));
        }
        if (!now.hasSameContentAs(known)) {
            if (now.differencesFrom(known, wanted).isEmpty()) {
                return new SaveResult(now, SaveResult.Confirmation.FOUND_BEFORE, List.of());
            }
            throw new VmsException(new VmsFailure.ChangedMeanwhile(now));
        }
        AlertRule kept;
        SaveResult.Confirmation confirmation = SaveResult.Confirmation.ANSWERED;
        try {
            AlertRule answered = parse(requireSuccess(transport.put(
                            resolve(path(now.id())), now.changeTo(wanted).compact()))
                    .json());
            kept = reread(answered);
        } catch (VmsException lost) {
            kept = search(lost, () -> Optional.of(rule(now.id())))
                    .filter(found -> found.differencesFrom(now, wanted).isEmpty())
                    .orElseThrow(() -> lost);
            confirmation = SaveResult.Confirmation.FOUND_AFTERWARDS;
        }
        return new SaveResult(kept, confirmation, kept.differencesFrom(now, wanted));
    }

    @Override
    public boolean delete(AlertRule known) {
        try {
            VmsResponse vmsResponse = transport.delete(resolve(path(same(known).id())));
            requireSuccess(vmsResponse);
            return true;
        } catch (VmsException e) {
            if (e.failure() instanceof VmsFailure.NotFound) {
                return false;
            }
            if (e.failure().isOutcomeUnknown() && isGone(known.id())) {
                return true;
            }
            throw e;
        }
    }

    @Override
    public List<Channel> channels() {
        return listReader.readAll("api/v3/channels/?include_meta=true").stream()
                .flatMap(node -> CameraMapper.channel(node).stream())
                .sorted(Comparator.comparingLong(Channel::id))
                .toList();
    }

    @Override
    public List<ChannelGroup> groups() {
        return listReader.readAll("api/v3/channel_groups/?include_all_channels=true").stream()
                .flatMap(node -> CameraMapper.group(node).stream())
                .sorted(Comparator.comparingLong(ChannelGroup::id))
                .toList();
    }

    @Override
    public List<String> aliases() {
        return names(listReader.readAll("api/v3/aliases/"), "alias_name");
    }

    @Override
    public ServerTime time() {
        Instant asked = clock.instant();
        JsonNode body =
                requireSuccess(transport.get(resolve("api/v2/server/time/"))).json();
        Duration roundTrip = Duration.between(asked, clock.instant());
        try {
            Instant there = LocalDateTime.parse(body.path("utc").asString("").replaceFirst("Z$", ""))
                    .toInstant(ZoneOffset.UTC);
            return new ServerTime(there, asked.plus(roundTrip.dividedBy(2)), roundTrip);
        } catch (DateTimeException _) {
            throw new VmsException(new VmsFailure.Unreadable());
        }
    }

    @Override
    public Optional<Instant> date() {
        return transport
                .get(resolve("api/v2/server/time/"))
                .headers()
                .firstValue("Date")
                .flatMap(HttpVmsClient::parseDate);
    }

    private static Optional<Instant> parseDate(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    @Override
    public List<CameraEvent> events(long channel) {
        return listReader.readAll("api/v2/cameras/" + channel + "/event_processing/events/").stream()
                .flatMap(node -> CameraMapper.event(node).stream())
                .toList();
    }

    /// Does not contain the key.
    @Override
    public String toString() {
        return "HttpVmsClient[" + address + "]";
    }

    @Override
    public void close() {
        transport.close();
    }

    private String path(RemoteRuleId rule) {
        requireOwn(rule);
        return RULES + rule.number() + "/";
    }

    private void requireOwn(RemoteRuleId rule) {
        if (!rule.vms().equals(id)) {
            throw new VmsException(new VmsFailure.OtherVms());
        }
    }

    /// The rule as it is now.
    ///
    /// @throws VmsException [VmsFailure.NotFound] if the VMS has given its number to another rule
    private AlertRule same(AlertRule known) {
        AlertRule now = rule(known.id());
        if (!now.isSameRuleAs(known)) {
            throw new VmsException(new VmsFailure.NotFound(ServerMessage.NONE));
        }
        return now;
    }

    private URI resolve(String path) {
        return address.resolve(path);
    }

    private VmsResponse requireSuccess(VmsResponse vmsResponse) {
        if (!vmsResponse.isSuccess()) {
            throw new VmsException(VmsFailureMapper.toFailure(vmsResponse, key, clock.instant()));
        }
        return vmsResponse;
    }

    /// @throws VmsException [VmsFailure.UnreadableRow] if nobody can know whether it exists
    private Optional<AlertRule> find(RuleContent wanted, Set<RemoteRuleId> before) {
        RuleListing now = listing();
        Optional<AlertRule> found = now.rules().stream()
                .filter(rule -> !before.contains(rule.id()) && rule.content().isSameRuleAs(wanted))
                .findFirst();
        if (found.isEmpty() && now.unreadable().stream().anyMatch(wanted::isSameRuleAs)) {
            throw new VmsException(new VmsFailure.UnreadableRow());
        }
        return found;
    }

    /// Searches for the rule after a failed request, because it may have been created or changed all the same.
    ///
    /// @throws VmsException `lost` if its outcome is not in doubt, or if the search fails too
    private static Optional<AlertRule> search(
            VmsException lost, java.util.function.Supplier<Optional<AlertRule>> find) {
        if (!lost.failure().isOutcomeUnknown()) {
            throw lost;
        }
        try {
            return find.get();
        } catch (VmsException e) {
            lost.addSuppressed(e);
            throw lost;
        }
    }

    /// The rule as it is read back; as it was answered if reading fails, because it is saved all the same.
    private AlertRule reread(AlertRule answered) {
        try {
            return rule(answered.id());
        } catch (VmsException e) {
            if (e.failure() instanceof VmsFailure.NotFound) {
                throw e;
            }
            return answered;
        }
    }

    private boolean isGone(RemoteRuleId rule) {
        try {
            rule(rule);
            return false;
        } catch (VmsException e) {
            return e.failure() instanceof VmsFailure.NotFound;
        }
    }

    private static SaveResult saved(AlertRule rule, RuleContent wanted, SaveResult.Confirmation confirmation) {
        return new SaveResult(rule, confirmation, rule.differencesFrom(wanted));
    }

    private AlertRule parse(JsonNode node) {
        return read(node).orElseThrow(() -> new VmsException(new VmsFailure.Unreadable()));
    }

    private Optional<AlertRule> read(JsonNode node) {
        return raw(node).flatMap(raw -> AlertRule.read(id, raw));
    }

    private static Optional<RawJson> raw(JsonNode node) {
        return Optional.of(node)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .map(RawJson::of);
    }

    private static List<String> names(List<JsonNode> nodes, String key) {
        Function<JsonNode, String> name =
                node -> node.isString() ? node.stringValue() : node.path(key).asString("");
        return nodes.stream()
                .map(name)
                .filter(text -> !text.isBlank())
                .distinct()
                .toList();
    }
}
