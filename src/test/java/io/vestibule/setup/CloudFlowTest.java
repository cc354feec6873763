package io.vestibule.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.audit.AuditEntry;
import io.vestibule.audit.AuditException;
import io.vestibule.audit.AuditFailure;
import io.vestibule.audit.Permission;
import io.vestibule.audit.Role;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.aws.CredentialKind;
import io.vestibule.cloud.aws.ProfileForm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may choose the connection to AWS, and what is in the log of it. Nothing here goes out.
class CloudFlowTest {

    @TempDir
    private Path folder;

    private final List<String> retried = new ArrayList<>();
    private Application application;
    private CloudFlow flow;

    @BeforeEach
    void open() {
        application = TestApplication.furnished(folder);
        var storage = application.storage();
        flow = new CloudFlow(
                application.cloud(),
                storage.database(),
                storage.people().companies(),
                storage.session(),
                storage.log(),
                storage.clock(),
                () -> retried.add("retry"));
    }

    @AfterEach
    void close() {
        application.close();
    }

    private void signIn(Role role) {
        var operators = application.storage().operators();
        operators.signIn(operators.add("Ben", role).id());
    }

    private static ProfileForm draft(CredentialKind credentialKind, String profile, String bucket) {
        return new ProfileForm(
                credentialKind,
                new ProfileForm.CredentialFields(profile, "", "", ""),
                new ProfileForm.EndpointFields("eu-central-1", "", "", ""),
                new ProfileForm.ProxyFields("", "", ""),
                new ProfileForm.StorageFields(bucket, "", false, ""));
    }

    private List<String> actions() {
        return application.storage().log().recent(100).stream()
                .map(AuditEntry::action)
                .toList();
    }

    private static void assertForbidden(Permission permission, ThrowingCallable call) {
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.failure()).isEqualTo(new AuditFailure.NotAllowed(permission)));
    }

    @Test
    void aManagerNeitherTriesNorChoosesAConnection() {
        var fit = draft(CredentialKind.PROFILE, "default", "photos-of-acme");
        signIn(Role.MANAGER);
        var before = actions();
        assertForbidden(Permission.MANAGE_SETTINGS, () -> flow.test(fit, ""));
        assertForbidden(Permission.MANAGE_SETTINGS, () -> flow.policy(fit));
        assertForbidden(Permission.MANAGE_SETTINGS, () -> flow.use(fit, ""));
        assertForbidden(Permission.MANAGE_SETTINGS, flow::useEmbedded);
        assertThat(flow.facts().draft().kind()).as("may be looked at").isEqualTo(CredentialKind.EMBEDDED);
        assertThat(actions()).isEqualTo(before);
    }

    @Test
    void whoeverIsNotSignedInDoesNotLogInAtTheOrganisation() {
        var anna = application.storage().session().operator().orElseThrow();
        application.storage().operators().add("Ben", Role.ADMINISTRATOR);
        application.storage().operators().deactivate(anna.id());
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> flow.login(draft(CredentialKind.SSO, "default", ""), "", _ -> {}))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(new AuditFailure.NotSignedIn()));
        assertThat(retried).isEmpty();
    }

    @Test
    void receptionMayLogInAndALoginOfNoKindIsIncomplete() {
        signIn(Role.RECEPTION);
        assertThatThrownBy(() -> flow.login(draft(CredentialKind.EMBEDDED, "", ""), "", _ -> {}))
                .isInstanceOf(CloudException.class);
        assertThat(flow.hasLogin(draft(CredentialKind.EMBEDDED, "", ""))).isFalse();
        assertThat(flow.hasLogin(draft(CredentialKind.SSO, " ", "")))
                .as("without a name")
                .isFalse();
        assertThat(retried).isEmpty();
    }

    @Test
    void aConnectionIsChosenForTheNextStartAndTheLogSaysSo() {
        var facts = flow.use(draft(CredentialKind.PROFILE, "default", "photos-of-acme"), "");
        assertThat(facts.draft().kind()).isEqualTo(CredentialKind.PROFILE);
        assertThat(actions()).first().isEqualTo("cloud.aws");
        assertThat(application.cloud().region()).as("until the next start").isEmpty();
        assertThat(flow.useEmbedded().draft().kind()).isEqualTo(CredentialKind.EMBEDDED);
        assertThat(actions()).first().isEqualTo("cloud.embedded");
    }

    @Test
    void aConnectionThatLacksSomethingIsNotChosen() {
        var before = actions();
        assertThatThrownBy(() -> flow.use(draft(CredentialKind.PROFILE, "", "photos-of-acme"), ""))
                .isInstanceOf(CloudException.class);
        assertThatThrownBy(() -> flow.policy(draft(CredentialKind.EMBEDDED, "", "")))
                .isInstanceOf(CloudException.class);
        assertThat(flow.facts().draft().kind()).isEqualTo(CredentialKind.EMBEDDED);
        assertThat(actions()).isEqualTo(before);
    }

    @Test
    void aConnectionIsNotChosenIfTheLogCannotSaySo() {
        application.storage().database().with(handle -> handle.execute("drop table audit_entry"));
        assertThatThrownBy(() -> flow.use(draft(CredentialKind.PROFILE, "default", "photos-of-acme"), ""))
                .isInstanceOf(RuntimeException.class);
        assertThat(flow.facts().draft().kind()).isEqualTo(CredentialKind.EMBEDDED);
    }

    @Test
    void thePolicyNamesTheCollectionsOfAllCompanies() {
        assertThat(flow.policy(draft(CredentialKind.PROFILE, "default", "photos-of-acme")))
                .contains(TestApplication.COLLECTION)
                .contains("photos-of-acme");
    }
}
