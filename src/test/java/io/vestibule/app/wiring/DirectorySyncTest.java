package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.util.StaticUtils;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import io.vestibule.audit.AuditException;
import io.vestibule.audit.Role;
import io.vestibule.base.ProgressListener;
import io.vestibule.bulk.BulkException;
import io.vestibule.bulk.RowState;
import io.vestibule.bulk.directory.DirectoryKeys;
import io.vestibule.bulk.directory.SyncResult;
import io.vestibule.bulk.people.BulkKeys;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.people.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People of a directory over TLS, through the whole program. The directory is the in-memory server of the LDAP
/// library.
class DirectorySyncTest {

    private static final String BASE = "dc=acme,dc=example";
    private static final String READER = "cn=reader," + BASE;
    private static final String PASSWORD = "reads only";

    @TempDir
    static Path certificates;

    private static Path keys;
    private static Path authority;

    @TempDir
    Path folder;

    private final ShiftedClock clock = new ShiftedClock();
    private Application application;
    private InMemoryDirectoryServer server;

    @BeforeAll
    static void certify() throws Exception {
        keys = certificates.resolve("server.p12");
        authority = certificates.resolve("authority.pem");
        TestCertificate.write("localhost", keys, authority);
        TestCertificate.write("elsewhere.example", otherKeys(), otherAuthority());
    }

    private static Path otherKeys() {
        return certificates.resolve("other.p12");
    }

    private static Path otherAuthority() {
        return certificates.resolve("other.pem");
    }

    private static SSLUtil tls(Path keys) throws Exception {
        return new SSLUtil(
                new KeyStoreKeyManager(keys.toFile(), TestCertificate.PASSWORD.toCharArray(), "PKCS12", null), null);
    }

    @BeforeEach
    void open() throws Exception {
        var tls = tls(keys);
        var config = new InMemoryDirectoryServerConfig(BASE);
        config.addAdditionalBindCredentials(READER, PASSWORD);
        config.setAuthenticationRequiredOperationTypes(OperationType.SEARCH);
        config.setSchema(null);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPSConfig("ldaps", null, 0, tls.createSSLServerSocketFactory(), null),
                InMemoryListenerConfig.createLDAPSConfig(
                        "other", null, 0, tls(otherKeys()).createSSLServerSocketFactory(), null),
                InMemoryListenerConfig.createLDAPConfig("ldap", null, 0, tls.createSSLSocketFactory()));
        server = new InMemoryDirectoryServer(config);
        server.add(new Entry(BASE, new Attribute("objectClass", "domain"), new Attribute("dc", "acme")));
        server.startListening();
        add("7", "Ada Öz", Optional.of(0));
        add("8", "Bea Bernstein", Optional.empty());
        add("9", "Cleo Carver", Optional.empty());

        application = TestApplication.furnished(folder.resolve("data"), clock, EngineSettings.DEFAULT);
        var settings = application.storage().settings();
        settings.set(DirectoryKeys.ADDRESS, "ldaps://localhost:" + server.getListenPort("ldaps"));
        settings.set(DirectoryKeys.USER, READER);
        settings.set(DirectoryKeys.BASE, BASE);
        settings.set(DirectoryKeys.AUTHORITIES, authority.toString());
        settings.set(DirectoryKeys.CHANGED, "whenChanged");
        settings.set(DirectoryKeys.CONSENT, true);
        settings.set(BulkKeys.REMOVE_PERCENT, 50);
        application.storage().vault().write(DirectoryKeys.PASSWORD, PASSWORD.toCharArray());
    }

    @AfterEach
    void close() {
        application.close();
        server.shutDown(true);
    }

    private void add(String number, String name, Optional<Integer> photo) throws Exception {
        var entry = new Entry(
                "uid=" + number + "," + BASE,
                new Attribute("objectClass", "person"),
                new Attribute("employeeNumber", number),
                new Attribute("displayName", name),
                new Attribute("mail", "p" + number + "@acme.example"),
                new Attribute("whenChanged", now()));
        if (photo.isPresent()) {
            entry.addAttribute(
                    "jpegPhoto",
                    SampleFlow.read(SampleFlow.SAMPLES.getFirst().photos().get(photo.get())));
        }
        server.add(entry);
    }

    private String now() {
        return StaticUtils.encodeGeneralizedTime(Date.from(clock.instant()));
    }

    @Test
    void peopleAreAsTheDirectoryHasThemAndLeaversGoAfterTheGrace() throws Exception {
        assertThat(sync(true).rows()).containsExactlyEntriesOf(Map.of(RowState.READY, 3));
        assertThat(people()).as("a trial stores nobody").isEmpty();

        assertThat(sync(false).rows()).containsExactlyEntriesOf(Map.of(RowState.DONE, 3));
        assertThat(people())
                .extracting(Person::name)
                .containsExactlyInAnyOrder("Ada Öz", "Bea Bernstein", "Cleo Carver");
        var ada = person("Ada Öz");
        TestApplication.await(application, ada.id(), State.SEARCHABLE);
        assertThat(ada.contact().email()).isEqualTo("p7@acme.example");

        // What has not changed since the last reading is not asked for again.
        clock.forward(Duration.ofHours(1));
        assertThat(sync(false).rows())
                .as("what may have changed since")
                .containsExactlyEntriesOf(Map.of(RowState.UNCHANGED, 3));
        assertThat(sync(false)).satisfies(result -> {
            assertThat(result.named()).isEqualTo(3);
            assertThat(result.run()).isEmpty();
        });

        // Somebody who joins a group is read although the entry has not changed for long.
        add("10", "Dora Double", Optional.empty());
        server.modify(
                "uid=10," + BASE, new Modification(ModificationType.REPLACE, "whenChanged", "20200101000000.000Z"));
        server.modify(
                "uid=8," + BASE,
                new Modification(ModificationType.REPLACE, "displayName", "Bea Neu"),
                new Modification(ModificationType.REPLACE, "whenChanged", now()));
        server.delete("uid=9," + BASE);
        var second = sync(false);
        assertThat(second.rows().get(RowState.DONE)).isEqualTo(2);
        assertThat(second.gone()).isEqualTo(1);
        assertThat(people())
                .extracting(Person::name)
                .containsExactlyInAnyOrder("Ada Öz", "Bea Neu", "Cleo Carver", "Dora Double");

        clock.forward(Duration.ofDays(13));
        assertThat(sync(false).removed()).isEmpty();
        clock.forward(Duration.ofDays(2));
        var last = sync(false);
        assertThat(last.removed()).hasSize(1);
        assertThat(last.gone()).isZero();
        assertThat(people()).extracting(Person::name).doesNotContain("Cleo Carver");
    }

    @Test
    void moreLeaversThanTheLimitAreNotRemovedAndWhoComesBackStays() throws Exception {
        var _ = sync(false);
        server.delete("uid=8," + BASE);
        server.delete("uid=9," + BASE);
        assertThat(sync(false).gone()).isEqualTo(2);
        clock.forward(Duration.ofDays(30));
        var held = sync(false);
        assertThat(held.removed()).isEmpty();
        assertThat(held.held())
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo("bulk.over-limit"));
        assertThat(people()).hasSize(3);

        add("8", "Bea Bernstein", Optional.empty());
        assertThat(sync(false).removed()).hasSize(1);
        assertThat(people()).extracting(Person::name).contains("Bea Bernstein").doesNotContain("Cleo Carver");
    }

    @Test
    void nobodyIsMissingFromADirectoryThatWasNotReadAsAWhole() throws Exception {
        var _ = sync(false);
        clock.forward(Duration.ofDays(1));
        for (var number : List.of("7", "8", "9")) {
            server.delete("uid=" + number + "," + BASE);
        }
        refused("bulk.directory-empty");
        assertThat(people()).hasSize(3);

        application.storage().vault().write(DirectoryKeys.PASSWORD, "wrong".toCharArray());
        refused("bulk.directory-refused");
        application.storage().vault().delete(DirectoryKeys.PASSWORD);
        refused("bulk.directory-refused");
        application.storage().vault().write(DirectoryKeys.PASSWORD, PASSWORD.toCharArray());
        application.storage().settings().set(DirectoryKeys.BASE, "dc=elsewhere");
        refused("bulk.directory-failed");
        server.shutDown(true);
        refused("bulk.directory-unreachable");
        application.storage().settings().set(DirectoryKeys.ADDRESS, "");
        refused("bulk.directory-unset");
        assertThat(people()).hasSize(3);
    }

    @Test
    void theServerHasToProveWhoItIsBeforeThePasswordIsSent() {
        var settings = application.storage().settings();
        settings.set(DirectoryKeys.ADDRESS, "ldap://localhost:" + server.getListenPort("ldap"));
        assertThat(sync(true).named()).as("StartTLS").isEqualTo(3);
        settings.set(DirectoryKeys.AUTHORITIES, "");
        refused("bulk.directory-untrusted");
        settings.set(DirectoryKeys.ADDRESS, "ldaps://localhost:" + server.getListenPort("ldaps"));
        refused("bulk.directory-untrusted");
        // A certificate that is trusted, of another server.
        settings.set(DirectoryKeys.AUTHORITIES, otherAuthority().toString());
        settings.set(DirectoryKeys.ADDRESS, "ldaps://localhost:" + server.getListenPort("other"));
        refused("bulk.directory-untrusted");
    }

    @Test
    void theReceptionMayNotSync() {
        var operators = application.storage().operators();
        operators.signIn(operators.add("Desk", Role.RECEPTION).id());
        assertThatThrownBy(() -> sync(false)).isInstanceOf(AuditException.class);
        assertThatThrownBy(() -> sync(true)).isInstanceOf(AuditException.class);
    }

    private void refused(String code) {
        assertThatThrownBy(() -> sync(false))
                .isInstanceOfSatisfying(
                        BulkException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    private SyncResult sync(boolean dry) {
        return application.bulk().sync().sync(dry, ProgressListener.NONE);
    }

    private List<Person> people() {
        var people = application.storage().people();
        return people.persons()
                .findAll(people.companies().active().orElseThrow().id(), Optional.empty(), Optional.empty());
    }

    private Person person(String name) {
        return people().stream()
                .filter(person -> person.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
