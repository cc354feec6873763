package io.vestibule.app.wiring;

import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.ImageAnalysis;
import io.vestibule.cloud.Operation;
import io.vestibule.cloud.PhotoBucket;
import io.vestibule.cloud.Quotas;
import io.vestibule.cloud.RateGate;
import io.vestibule.cloud.Ticker;
import io.vestibule.cloud.aws.Connection;
import io.vestibule.cloud.aws.Draft;
import io.vestibule.cloud.aws.Kind;
import io.vestibule.cloud.aws.Profiles;
import io.vestibule.enrol.Service;
import io.vestibule.inspect.InspectKeys;
import io.vestibule.setup.CloudProfileSource;
import java.util.List;
import java.util.Optional;

/// AWS, where the settings chose it when the program started. Another choice is used from the next start on.
public final class CloudWiring implements AutoCloseable, CloudProfileSource {

    private final CellarWiring cellar;
    private final Lazy<Profiles> profiles;
    private final Lazy<Draft> chosen;
    private final Lazy<Connection> connection;
    private final Lazy<Optional<Connection>> before;
    private final Lazy<RateGate> gate;

    CloudWiring(CellarWiring cellar) {
        this.cellar = cellar;
        this.profiles = new Lazy<>(() -> new Profiles(cellar.settings(), cellar.vault()));
        this.chosen = new Lazy<>(() -> profiles().draft());
        this.connection = new Lazy<>(this::connect);
        this.before = new Lazy<>(this::connectBefore);
        this.gate = new Lazy<>(() -> RateGate.of(
                Quotas.read(
                        cellar.settings(), connection.get().profile().place().region()),
                Ticker.SYSTEM));
    }

    /// Which connection is set. Whoever changes it says that it needs a new start.
    @Override
    public Profiles profiles() {
        return profiles.get();
    }

    /// What was set when the program started.
    @Override
    public Draft started() {
        return chosen.get();
    }

    /// The region of AWS that is in use; empty for the embedded engine.
    @Override
    public Optional<String> region() {
        var draft = chosen.get();
        return draft.kind() == Kind.EMBEDDED
                ? Optional.empty()
                : Optional.of(draft.where().region());
    }

    /// The operations that are called because somebody switched a photo check on.
    @Override
    public List<Operation> switchedOn() {
        return InspectKeys.wanted(cellar.settings());
    }

    /// Only where AWS is in use.
    Service service() {
        var made = connection.get();
        var place = made.profile().place();
        return new Service(
                made.faces(gate.get(), cellar.calls()::add, cellar.clock()),
                made.bucket(cellar.calls()::add, cellar.clock()),
                made.profile().access().label(),
                place.region());
    }

    /// The bucket of AWS that was in use before, where photos may lie that no other one has.
    Optional<PhotoBucket> bucketBefore() {
        return before.get().map(made -> made.bucket(cellar.calls()::add, cellar.clock()));
    }

    private Optional<Connection> connectBefore() {
        return profiles().before().map(draft -> {
            boolean sameProxy =
                    draft.way().proxy().equals(profiles().draft().way().proxy());
            return Connection.open(draft.profile(sameProxy ? profiles().password() : ""));
        });
    }

    /// Only where AWS is in use.
    ImageAnalysis analysis() {
        return connection.get().analysis(gate.get(), cellar.calls()::add, cellar.clock());
    }

    /// A profile that cannot be used must not keep anybody from the screen that mends it: then every call says what is
    /// wrong.
    private Connection connect() {
        try {
            return Connection.open(chosen.get().profile(profiles().password()));
        } catch (CloudException e) {
            return Connection.refusing(e.failure(), region().orElseThrow());
        }
    }

    @Override
    public void close() {
        connection.ifMade(Connection::close);
        before.ifMade(made -> made.ifPresent(Connection::close));
    }
}
