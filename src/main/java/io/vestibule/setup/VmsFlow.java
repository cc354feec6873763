package io.vestibule.setup;

import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.base.ProgressListener;
import io.vestibule.people.CompanyStore;
import io.vestibule.rules.RuleStore;
import io.vestibule.settings.SettingsException;
import io.vestibule.store.Database;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RuleListing;
import io.vestibule.vms.ServerTime;
import io.vestibule.vms.VmsAddress;
import io.vestibule.vms.VmsClient;
import io.vestibule.vms.VmsConnection;
import io.vestibule.vms.VmsException;
import io.vestibule.vms.VmsId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Configures the VMS. Every method blocks, and all but [#facts] need [Permission#MANAGE_SETTINGS].
public final class VmsFlow {

    /// Calls of a test: clock, cameras, groups, rules.
    public static final int CHECKS = 4;

    private final VmsAccess vms;
    private final Database database;
    private final RuleStore sentRules;
    private final CompanyStore companies;
    private final Session session;
    private final AuditLog log;

    /// @param sentRules the rules of all companies, since they share the VMS
    public VmsFlow(
            VmsAccess vms,
            Database database,
            CompanyStore companies,
            RuleStore sentRules,
            Session session,
            AuditLog log) {
        this.sentRules = sentRules;
        this.vms = vms;
        this.database = database;
        this.companies = companies;
        this.session = session;
        this.log = log;
    }

    public VmsFacts facts() {
        return new VmsFacts(
                vms.connections().address().map(VmsAddress::toString).orElse(""),
                vms.connections().isUndetermined(),
                vms.connections().isLocked(),
                vms.connections().certificates().map(Path::toString).orElse(""),
                vms.connections().areCertificatesLocked());
    }

    /// Trusts the certificate authorities of this file as well, from the next call on.
    ///
    /// @param path empty for none
    /// @throws io.vestibule.vms.VmsException `vms.no-certificates` if the file is no list of certificates;
    ///     nothing changes then
    public void useCertificates(String path) {
        session.require(Permission.MANAGE_SETTINGS);
        if (!path.isBlank()) {
            vms.checkCertificates(path);
        }
        database.transaction(() -> {
            log.append("vms.certificates", "");
            vms.connections().writeCertificates(path);
        });
        vms.resetClient();
    }

    /// Tests the VMS in use.
    ///
    /// @throws io.vestibule.vms.VmsException if it cannot be reached, or rejects the key
    public VmsCheckResult check() {
        return check(ProgressListener.NONE);
    }

    /// @param progress called after each of the [#CHECKS] calls
    public VmsCheckResult check(ProgressListener progress) {
        session.require(Permission.MANAGE_SETTINGS);
        return probe(vms.client(), progress).result();
    }

    /// Tests a VMS without changing anything.
    ///
    /// @throws io.vestibule.vms.VmsException if it cannot be reached, or rejects the key
    public VmsCheckResult check(VmsConnection connection) {
        return check(connection, ProgressListener.NONE);
    }

    /// @param progress called after each of the [#CHECKS] calls
    public VmsCheckResult check(VmsConnection connection, ProgressListener progress) {
        session.require(Permission.MANAGE_SETTINGS);
        try (var client = vms.open(connection)) {
            return probe(client, progress).result();
        }
    }

    /// Gets address and key of the VMS from Cloud Two. Neither e-mail nor password is stored.
    ///
    /// @throws io.vestibule.vms.VmsException if it cannot be reached, or the login is wrong
    public VmsConnection login(VmsAddress cloudTwo, String email, String password) {
        session.require(Permission.MANAGE_SETTINGS);
        return vms.cloudTwo().login(cloudTwo, email, password).connection();
    }

    /// Uses this VMS from now on, if it answers. If it is another one, the links between sites and groups are
    /// deleted.
    ///
    /// @throws io.vestibule.vms.VmsException if it cannot be reached, or rejects the key; nothing changes then
    public VmsCheckResult use(VmsConnection connection) {
        return use(connection, ProgressListener.NONE);
    }

    /// @param progress called after each of the [#CHECKS] calls
    public VmsCheckResult use(VmsConnection connection, ProgressListener progress) {
        session.require(Permission.MANAGE_SETTINGS);
        Probed probed;
        try (var client = vms.open(connection)) {
            probed = probe(client, progress);
        }
        var known = connection.withAccount(account(connection, probed.rules()));
        change(
                "vms.connected",
                Optional.of(known.address()),
                () -> vms.connections().write(known));
        return probed.result();
    }

    /// A new key of the same server is either the renewed key of an account, or the key of another account,
    /// whose rules are others. The rules that were sent tell which.
    ///
    /// @param rules all rules of the account of the new key
    private String account(VmsConnection connection, List<AlertRule> rules) {
        String server = connection.id().server();
        Optional<VmsConnection> present =
                current().filter(used -> used.id().server().equals(server));
        if (present.filter(used -> used.key().equals(connection.key())).isPresent()) {
            return present.get().id().account();
        }
        List<AlertRule> sent = sentRules.sentTo(server);
        Optional<AlertRule> found = sent.stream()
                .filter(known -> rules.stream()
                        .anyMatch(rule -> rule.hasOrigin() && known.hasOrigin() && rule.hasSameOriginAs(known)))
                .findFirst();
        if (found.isPresent()) {
            return found.get().id().vms().account();
        }
        return sent.isEmpty() && present.isEmpty() ? "" : connection.key().fingerprint();
    }

    private Optional<VmsConnection> current() {
        try {
            return vms.connections().read();
        } catch (VmsException | SettingsException _) {
            return Optional.empty();
        }
    }

    /// Switches back to the embedded VMS and deletes the key of the other one.
    public void useEmbedded() {
        session.require(Permission.MANAGE_SETTINGS);
        change("vms.embedded", Optional.empty(), vms.connections()::useEmbedded);
    }

    private void change(String action, Optional<VmsAddress> next, Runnable write) {
        boolean another = vms.connections().isUndetermined()
                || !server(vms.connections().address()).equals(server(next));
        database.transaction(() -> {
            if (another) {
                companies.unlinkSites();
            }
            log.append(action, "");
            write.run();
        });
        vms.resetClient();
    }

    private static Optional<String> server(Optional<VmsAddress> address) {
        return address.map(known -> VmsId.of(known, "").server());
    }

    private record Probed(VmsCheckResult result, List<AlertRule> rules) {}

    private static Probed probe(VmsClient client, ProgressListener progress) {
        progress.onProgress(0, CHECKS);
        ServerTime time = client.time();
        progress.onProgress(1, CHECKS);
        int cameras = client.channels().size();
        progress.onProgress(2, CHECKS);
        int groups = client.groups().size();
        progress.onProgress(3, CHECKS);
        RuleListing listing = client.listing();
        List<AlertRule> rules = listing.rules();
        progress.onProgress(CHECKS, CHECKS);
        return new Probed(
                new VmsCheckResult(
                        time,
                        cameras,
                        groups,
                        rules.size(),
                        listing.unreadable().size()),
                rules);
    }
}
