package io.vestibule.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.StorageWiring;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.audit.AuditEntry;
import io.vestibule.audit.AuditException;
import io.vestibule.audit.AuditFailure;
import io.vestibule.audit.Permission;
import io.vestibule.audit.Role;
import io.vestibule.base.CompanyId;
import io.vestibule.local.vms.LocalVms;
import io.vestibule.local.vms.LocalVmsSettings;
import io.vestibule.people.Site;
import io.vestibule.rules.RuleStore;
import io.vestibule.store.AllCompanies;
import io.vestibule.vms.ChannelGroup;
import io.vestibule.vms.LicenceKey;
import io.vestibule.vms.Recipients;
import io.vestibule.vms.RuleContent;
import io.vestibule.vms.RuleMeta;
import io.vestibule.vms.VmsAddress;
import io.vestibule.vms.VmsConnection;
import io.vestibule.vms.VmsException;
import io.vestibule.vms.VmsId;
import io.vestibule.vms.WeekSchedule;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may choose the VMS and link its groups, and what is in the log of it.
class VmsFlowTest {

    private static final CompanyId ACME = new CompanyId("acme-1");

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private Application application;
    private LocalVms other;
    private VmsFlow flow;
    private SiteLinkFlow links;

    @BeforeEach
    void open() {
        application = TestApplication.furnished(folder);
        other = LocalVms.open(elsewhere, "key".toCharArray(), LocalVmsSettings.DEFAULT);
        StorageWiring storage = application.storage();
        var companies = storage.people().companies();
        flow = new VmsFlow(
                application.vms(),
                storage.database(),
                companies,
                new RuleStore(AllCompanies.of(storage.database())),
                storage.session(),
                storage.log());
        var sites = new CompanyFlow(
                storage.database(), companies, storage.operators(), storage.session(), storage.log(), storage.clock());
        links = new SiteLinkFlow(
                () -> application.vms().client(),
                storage.database(),
                companies,
                sites,
                storage.session(),
                storage.log());
    }

    @AfterEach
    void close() {
        other.close();
        application.close();
    }

    private void signIn(Role role) {
        var operators = application.storage().operators();
        operators.signIn(operators.add("Ben", role).id());
    }

    private VmsConnection connection() {
        return new VmsConnection(
                VmsAddress.parse(other.address().toString()),
                LicenceKey.of(other.account().licenceKey()));
    }

    private List<Site> sites() {
        return application.storage().people().companies().sites(ACME);
    }

    private ChannelGroup group(int index) {
        return links.groups().get(index).group();
    }

    private List<String> actions() {
        return application.storage().log().recent(100).stream()
                .map(AuditEntry::action)
                .toList();
    }

    private static void assertForbidden(ThrowingCallable call) {
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(call)
                .satisfies(e ->
                        assertThat(e.failure()).isEqualTo(new AuditFailure.NotAllowed(Permission.MANAGE_SETTINGS)));
    }

    @Test
    void aManagerNeitherTriesNorChoosesAVms() {
        signIn(Role.MANAGER);
        var before = actions();
        assertForbidden(flow::check);
        assertForbidden(() -> flow.check(connection()));
        assertForbidden(() -> flow.login(connection().address(), "a@b.example", "secret"));
        assertForbidden(() -> flow.use(connection()));
        assertForbidden(flow::useEmbedded);
        assertThat(flow.facts().address()).as("may be looked at").isEmpty();
        assertThat(actions()).isEqualTo(before);
    }

    /// Two accounts of one server have rules of their own, and a renewed key is told from another account by
    /// the rules.
    @Test
    void anotherAccountOfTheSameServerIsAnotherVms() {
        flow.use(connection());
        VmsId first = application.vms().current();
        var client = application.vms().client();
        var content = RuleContent.knownPeople(
                "Ours",
                List.of(849L),
                List.of("motion"),
                new RuleMeta.KnownPeople("collection", List.of("user")),
                Recipients.NOBODY,
                WeekSchedule.ALWAYS);
        application
                .rules()
                .flow()
                .adopt(client.create(content, client.ruleIds()).rule());
        var second = new VmsConnection(
                connection().address(), LicenceKey.of(other.addAccount().licenceKey()));

        flow.use(second);
        assertThat(application.vms().current().server()).isEqualTo(first.server());
        assertThat(application.vms().current()).isNotEqualTo(first);
        assertThatExceptionOfType(VmsException.class)
                .isThrownBy(() -> application.vms().client(first));

        flow.useEmbedded();
        flow.use(connection());
        assertThat(application.vms().current()).isEqualTo(first);
        assertThat(application.vms().connections().read().orElseThrow().id()).isEqualTo(first);
    }

    @Test
    void aManagerSeesTheGroupsAndLinksNone() {
        signIn(Role.MANAGER);
        var group = group(0);
        var before = actions();
        assertForbidden(() -> links.link(group, Optional.of(sites().getFirst())));
        assertForbidden(() -> links.link(group, Optional.empty()));
        assertForbidden(() -> links.add(group, "Lobby"));
        assertThat(sites()).extracting(Site::vmsSiteId).containsExactly(Optional.empty());
        assertThat(actions()).isEqualTo(before);
    }

    @Test
    void theLogSaysWhenAVmsIsChosenAndWhenTheEmbeddedOneIsBack() {
        flow.use(connection());
        assertThat(actions()).first().isEqualTo("vms.connected");
        assertThat(flow.facts().address()).isEqualTo(other.address().toString());
        flow.useEmbedded();
        assertThat(actions()).first().isEqualTo("vms.embedded");
        assertThat(flow.facts().address()).isEmpty();
    }

    @Test
    void aVmsThatDoesNotAnswerIsNotChosen() {
        var dead = connection();
        other.close();
        var before = actions();
        assertThatThrownBy(() -> flow.use(dead)).isInstanceOf(VmsException.class);
        assertThat(flow.facts().address()).isEmpty();
        assertThat(actions()).isEqualTo(before);
    }

    @Test
    void linksGoWithAnotherVmsAndStayWithTheSameOne() {
        flow.use(connection());
        links.link(group(0), Optional.of(sites().getFirst()));
        flow.use(connection());
        assertThat(sites().getFirst().vmsSiteId()).contains(group(0).link());
        flow.useEmbedded();
        assertThat(sites().getFirst().vmsSiteId()).isEmpty();
    }

    @Test
    void aGroupGoesFromOneSiteToTheOtherAndTheLogNamesBoth() {
        links.add(group(0), "Lobby");
        assertThat(actions().subList(0, 2)).containsExactly("site.linked", "site.added");
        var lobby = sites().stream()
                .filter(site -> site.name().equals("Lobby"))
                .findFirst()
                .orElseThrow();
        assertThat(lobby.vmsSiteId()).contains(group(0).link());
        var entrance =
                sites().stream().filter(site -> !site.equals(lobby)).findFirst().orElseThrow();
        links.link(group(0), Optional.of(entrance));
        assertThat(links.groups().getFirst().site().map(Site::id)).contains(entrance.id());
        var log = application.storage().log().recent(2);
        assertThat(log).extracting(AuditEntry::action).containsExactly("site.linked", "site.unlinked");
        assertThat(log)
                .extracting(AuditEntry::subject)
                .containsExactly(entrance.id().toString(), lobby.id().toString());
    }

    @Test
    void aSiteStandsForTheGroupThatItWasLinkedToLast() {
        var site = sites().getFirst();
        links.link(group(0), Optional.of(site));
        links.link(group(1), Optional.of(sites().getFirst()));
        assertThat(links.groups().get(0).site()).isEmpty();
        assertThat(links.groups().get(1).site().map(Site::id)).contains(site.id());
        links.link(group(1), Optional.empty());
        assertThat(sites().getFirst().vmsSiteId()).isEmpty();
    }
}
