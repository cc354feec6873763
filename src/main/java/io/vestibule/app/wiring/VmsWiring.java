package io.vestibule.app.wiring;

import io.vestibule.clock.TimeSource;
import io.vestibule.local.vms.LocalVms;
import io.vestibule.local.vms.LocalVmsSettings;
import io.vestibule.rules.RuleVms;
import io.vestibule.setup.VmsAccess;
import io.vestibule.store.Database;
import io.vestibule.store.DatabaseFiles;
import io.vestibule.vms.LicenceKey;
import io.vestibule.vms.VmsAddress;
import io.vestibule.vms.VmsClient;
import io.vestibule.vms.VmsConnection;
import io.vestibule.vms.VmsConnectionSettings;
import io.vestibule.vms.VmsException;
import io.vestibule.vms.VmsFailure;
import io.vestibule.vms.VmsId;
import io.vestibule.vms.http.CloudTwoClient;
import io.vestibule.vms.http.HttpVmsClient;
import io.vestibule.vms.http.Timeouts;
import io.vestibule.vms.http.VmsTrust;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The VMS in use: the embedded one until another one is configured.
public final class VmsWiring implements AutoCloseable, VmsAccess, RuleVms {

    private final StorageWiring storage;
    private final Lazy<LocalVms> embedded;
    private final Lazy<VmsConnectionSettings> connections;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable HttpVmsClient cachedClient;
    private boolean closed;

    VmsWiring(StorageWiring storage) {
        this.storage = storage;
        this.embedded = new Lazy<>(() -> LocalVms.open(
                storage.folder().path(), storage.key().databasePassword("vms"), LocalVmsSettings.DEFAULT));
        this.connections = new Lazy<>(() -> new VmsConnectionSettings(storage.settings(), storage.vault()));
    }

    /// The client of the VMS in use now. Do not cache it, but call again for every job, since the VMS can be
    /// changed meanwhile. Blocks for the vault and, the first time, for the embedded VMS; not for the FX thread.
    ///
    /// @throws io.vestibule.vms.VmsException if the configured address cannot be used, or has no key
    /// @throws io.vestibule.settings.SettingsException if the vault cannot be read
    @Override
    public VmsClient client() {
        lock.lock();
        try {
            if (closed) {
                // A call after shutdown must not start the embedded VMS again.
                throw new VmsException(new VmsFailure.Unreachable());
            }
            var cached = cachedClient;
            if (cached == null) {
                cached = open(connections().read().orElseGet(this::embeddedConnection));
                cachedClient = cached;
            }
            return cached;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public VmsId current() {
        lock.lock();
        try {
            var cached = cachedClient;
            // Does not start the embedded VMS.
            return cached != null
                    ? cached.id()
                    : connections().read().map(VmsConnection::id).orElse(VmsId.EMBEDDED);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public VmsClient client(VmsId vms) {
        VmsClient inUse = client();
        if (!inUse.id().equals(vms)) {
            throw new VmsException(new VmsFailure.OtherVms());
        }
        return inUse;
    }

    /// The embedded VMS itself, for its fault injection switches.
    LocalVms embedded() {
        return embedded.get();
    }

    /// The database of the embedded VMS, if there is one in this folder.
    Optional<Database> database() {
        return Files.exists(DatabaseFiles.of(storage.folder().path().resolve(StorageWiring.VMS)))
                ? Optional.of(embedded.get().database())
                : Optional.empty();
    }

    /// A client of any VMS, for a connection test; the caller closes it.
    @Override
    public HttpVmsClient open(VmsConnection connection) {
        return new HttpVmsClient(connection, Timeouts.DEFAULT, storage.clock().system(), trust());
    }

    /// Host, and port if it is not the usual one, of the VMS that is configured; empty for the embedded one,
    /// and for an address that cannot be used.
    public Optional<String> host() {
        try {
            return connections()
                    .address()
                    .map(address -> address.base().getPort() < 0
                            ? address.base().getHost()
                            : address.base().getHost() + ":" + address.base().getPort());
        } catch (VmsException _) {
            return Optional.empty();
        }
    }

    /// Which VMS is configured. A caller that changes that calls [#resetClient].
    @Override
    public VmsConnectionSettings connections() {
        return connections.get();
    }

    /// Makes the next [#client] connect to the VMS that is configured then. Calls in progress still complete.
    @Override
    public void resetClient() {
        lock.lock();
        try {
            var cached = cachedClient;
            cachedClient = null;
            if (cached != null) {
                cached.close();
            }
        } finally {
            lock.unlock();
        }
    }

    /// The Cloud 2.0 login that yields a connection.
    @Override
    public CloudTwoClient cloudTwo() {
        return new CloudTwoClient(Timeouts.DEFAULT, storage.clock().system(), trust());
    }

    @Override
    public void checkCertificates(String path) {
        try {
            VmsTrust.of(Optional.of(Path.of(path.strip()))).check();
        } catch (InvalidPathException _) {
            throw new VmsException(new VmsFailure.NoCertificates());
        }
    }

    private VmsTrust trust() {
        return VmsTrust.of(connections().certificates());
    }

    /// The clock of the configured VMS; the embedded one has the clock of this computer.
    TimeSource timeSource() {
        return new TimeSource() {
            @Override
            public String name() {
                return "vms";
            }

            @Override
            public Optional<Instant> time() {
                return connections().read().flatMap(_ -> client().date());
            }
        };
    }

    private VmsConnection embeddedConnection() {
        var vms = embedded.get();
        return new VmsConnection(
                VmsId.EMBEDDED,
                VmsAddress.parse(vms.address().toString()),
                LicenceKey.of(vms.account().licenceKey()));
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            resetClient();
        } finally {
            lock.unlock();
        }
        embedded.ifCreated(LocalVms::close);
    }
}
