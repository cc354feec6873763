package io.vestibule.setup;

import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.aws.AwsConnection;
import io.vestibule.cloud.aws.BrowserLogin;
import io.vestibule.cloud.aws.ConnectionCheck;
import io.vestibule.cloud.aws.ConnectionReport;
import io.vestibule.cloud.aws.CredentialKind;
import io.vestibule.cloud.aws.IamPolicy;
import io.vestibule.cloud.aws.ProfileForm;
import io.vestibule.people.Company;
import io.vestibule.people.CompanyStore;
import io.vestibule.store.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/// Configures the connection to AWS. Every method blocks, and all but [#facts] need [Permission#MANAGE_SETTINGS].
public final class CloudFlow {

    /// Collection name for the permission test where there is no company yet; no such collection is ever created.
    private static final String NO_COMPANY = "vestibule-test";

    private final CloudProfileSource cloud;
    private final Database database;
    private final CompanyStore companies;
    private final Session session;
    private final AuditLog log;
    private final InstantSource clock;
    private final Runnable retry;
    private final ProfileForm started;

    /// @param retry retries jobs that wait or have stopped; called after a login
    public CloudFlow(
            CloudProfileSource cloud,
            Database database,
            CompanyStore companies,
            Session session,
            AuditLog log,
            InstantSource clock,
            Runnable retry) {
        this.cloud = cloud;
        this.database = database;
        this.companies = companies;
        this.session = session;
        this.log = log;
        this.clock = clock;
        this.retry = retry;
        this.started = cloud.startupProfile();
    }

    public CloudFacts facts() {
        var profileForm = cloud.profiles().form();
        boolean chosen = cloud.isUndetermined() && !cloud.profiles().isUndetermined();
        return new CloudFacts(
                profileForm,
                cloud.region(),
                cloud.profiles().isLocked(),
                cloud.isUndetermined(),
                chosen || !profileForm.equals(started));
    }

    /// Whether this connection uses a login in the browser. Reads the configuration files of AWS.
    public boolean hasLogin(ProfileForm profileForm) {
        try {
            return profileForm.kind() != CredentialKind.EMBEDDED
                    && BrowserLogin.supports(profileForm.toCredentialSource());
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// Logs in by the browser, and returns when the login is completed there. Jobs that waited for it then resume.
    /// Operators who may enrol may log in too: the login is their own one at the organisation.
    ///
    /// @param prompt called once with the code to show and the page to open; on this thread
    /// @throws io.vestibule.cloud.CloudException if they did not log in
    public void login(ProfileForm profileForm, String password, Consumer<BrowserLogin.Prompt> prompt) {
        session.require(Permission.ENROL);
        try {
            BrowserLogin.usual(clock)
                    .run(
                            profileForm.toCredentialSource(),
                            profileForm.toProxySettings(password(profileForm, password)),
                            prompt);
        } catch (IllegalArgumentException e) {
            throw new CloudException(new CloudFailure.Incomplete(), e);
        }
        retry.run();
    }

    /// Tests a connection without using it.
    ///
    /// @param password of the proxy; empty for the saved one
    /// @throws io.vestibule.cloud.CloudException if a value is missing, or the test cannot make any call
    public ConnectionReport test(ProfileForm profileForm, String password) {
        session.require(Permission.MANAGE_SETTINGS);
        var collection = companies
                .active()
                .map(company -> company.externalFaceCollectionId().orElseGet(company::collectionId))
                .orElse(NO_COMPANY);
        try (var awsConnection = AwsConnection.open(profileForm.toProfile(password(profileForm, password)))) {
            return ConnectionCheck.run(awsConnection, collection, cloud.enabledOperations(), clock);
        }
    }

    /// The IAM policy that the account needs for this connection, ready to copy.
    ///
    /// @throws io.vestibule.cloud.CloudException if a value is missing
    public String policy(ProfileForm profileForm) {
        session.require(Permission.MANAGE_SETTINGS);
        List<String> collections = companies.all().stream()
                .map((Company company) -> company.externalFaceCollectionId().orElseGet(company::collectionId))
                .toList();
        return IamPolicy.toJson(profileForm.toProfile(""), collections, cloud.enabledOperations());
    }

    /// Uses this connection from the next start on.
    ///
    /// @param password of the proxy; empty for the saved one
    /// @throws io.vestibule.cloud.CloudException if a value is missing; nothing changes then
    public CloudFacts use(ProfileForm profileForm, String password) {
        session.require(Permission.MANAGE_SETTINGS);
        String kept = password(profileForm, password);
        profileForm.toProfile(kept);
        database.transaction(() -> {
            log.append("cloud.aws", "");
            cloud.profiles().write(profileForm, kept);
        });
        return facts();
    }

    /// Switches back to the embedded engine from the next start on.
    public CloudFacts useEmbedded() {
        session.require(Permission.MANAGE_SETTINGS);
        database.transaction(() -> {
            log.append("cloud.embedded", "");
            cloud.profiles().useEmbedded();
        });
        return facts();
    }

    private String password(ProfileForm profileForm, String typed) {
        boolean same = profileForm.network().equals(cloud.profiles().form().network());
        return typed.isEmpty() && same ? cloud.profiles().proxyPassword() : typed;
    }
}
