package io.vestibule.app.wiring;

import io.vestibule.clock.TimeSource;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.ImageAnalysis;
import io.vestibule.cloud.Operation;
import io.vestibule.cloud.PhotoBucket;
import io.vestibule.cloud.Quotas;
import io.vestibule.cloud.RateLimiter;
import io.vestibule.cloud.Ticker;
import io.vestibule.cloud.aws.AwsConnection;
import io.vestibule.cloud.aws.CredentialKind;
import io.vestibule.cloud.aws.ProfileForm;
import io.vestibule.cloud.aws.ProfileSettings;
import io.vestibule.enrol.FaceService;
import io.vestibule.inspect.InspectKeys;
import io.vestibule.setup.CloudProfileSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// AWS, where the settings selected it when the program started. A change takes effect at the next start.
public final class CloudWiring implements AutoCloseable, CloudProfileSource {

    /// In place of the names of a service that is unknown; no stored record has it.
    private static final String UNDETERMINED = "undetermined";

    private final StorageWiring storage;
    private final Lazy<ProfileSettings> profiles;
    private final Lazy<ProfileForm> startupProfile;
    private final Lazy<Boolean> undetermined;
    private final Lazy<AwsConnection> connection;
    private final Lazy<Optional<AwsConnection>> previousConnection;
    private final Lazy<RateLimiter> gate;

    CloudWiring(StorageWiring storage) {
        this.storage = storage;
        this.profiles = new Lazy<>(() -> new ProfileSettings(storage.settings(), storage.vault()));
        this.startupProfile = new Lazy<>(() -> profiles().form());
        this.undetermined = new Lazy<>(() -> profiles().isUndetermined());
        this.connection = new Lazy<>(this::connect);
        this.previousConnection = new Lazy<>(this::connectBefore);
        this.gate = new Lazy<>(() -> RateLimiter.of(
                Quotas.read(
                        storage.settings(),
                        connection.get().profile().endpoint().region()),
                Ticker.SYSTEM));
    }

    /// The connection settings. A screen that changes them has to say that a restart is needed.
    @Override
    public ProfileSettings profiles() {
        return profiles.get();
    }

    /// The profile that was configured when the program started.
    @Override
    public ProfileForm startupProfile() {
        return startupProfile.get();
    }

    /// Whether it was unknown at the start which service was chosen.
    @Override
    public boolean isUndetermined() {
        return undetermined.get();
    }

    /// The AWS region in use; empty for the embedded engine. [#UNDETERMINED] where the service is unknown, so that
    /// nothing falls back to the embedded engine.
    @Override
    public Optional<String> region() {
        if (isUndetermined()) {
            return Optional.of(UNDETERMINED);
        }
        var profileForm = startupProfile.get();
        return profileForm.kind() == CredentialKind.EMBEDDED
                ? Optional.empty()
                : Optional.of(profileForm.endpoint().region());
    }

    /// The operations that are called because a photo check is enabled.
    @Override
    public List<Operation> enabledOperations() {
        return InspectKeys.enabledOperations(storage.settings());
    }

    /// Only where AWS is in use, or the service is unknown: then every call fails.
    FaceService service() {
        var made = connection.get();
        if (isUndetermined()) {
            return new FaceService(
                    made.faces(gate.get(), storage.calls()::add, storage.clock()),
                    made.bucket(storage.calls()::add, storage.clock()),
                    UNDETERMINED,
                    UNDETERMINED);
        }
        var endpoint = made.profile().endpoint();
        return new FaceService(
                made.faces(gate.get(), storage.calls()::add, storage.clock()),
                made.bucket(storage.calls()::add, storage.clock()),
                made.profile().credentialSource().label(),
                endpoint.region());
    }

    /// The AWS bucket that was in use before; it may hold photos that no other bucket has.
    Optional<PhotoBucket> previousBucket() {
        return previousConnection.get().map(made -> made.bucket(storage.calls()::add, storage.clock()));
    }

    private Optional<AwsConnection> connectBefore() {
        return profiles().previous().map(profileForm -> {
            boolean sameProxy = profileForm
                    .network()
                    .proxy()
                    .equals(profiles().form().network().proxy());
            return AwsConnection.open(
                    profileForm.toProfile(sameProxy ? profiles().proxyPassword() : ""));
        });
    }

    /// The clock of AWS, where it is in use.
    TimeSource timeSource() {
        return new TimeSource() {
            @Override
            public String name() {
                return "aws";
            }

            @Override
            public Optional<Instant> time() {
                return region().filter(_ -> !isUndetermined())
                        .flatMap(_ -> connection.get().serverTime());
            }
        };
    }

    /// Only where AWS is in use.
    ImageAnalysis analysis() {
        return connection.get().analysis(gate.get(), storage.calls()::add, storage.clock());
    }

    /// An unusable profile must not block the screen where it can be corrected, so the connection opens and every
    /// call fails with the reason.
    private AwsConnection connect() {
        if (isUndetermined()) {
            return AwsConnection.failing(new CloudFailure.Undetermined(), ProfileSettings.REGION.defaultValue());
        }
        try {
            return AwsConnection.open(startupProfile.get().toProfile(profiles().proxyPassword()));
        } catch (CloudException e) {
            return AwsConnection.failing(e.failure(), region().orElseThrow());
        }
    }

    @Override
    public void close() {
        connection.ifCreated(AwsConnection::close);
        previousConnection.ifCreated(made -> made.ifPresent(AwsConnection::close));
    }
}
