package io.vestibule.app.wiring;

import io.vestibule.rules.RuleStore;
import io.vestibule.setup.CameraFlow;
import io.vestibule.setup.CloudFlow;
import io.vestibule.setup.CollectionReader;
import io.vestibule.setup.CompanyFlow;
import io.vestibule.setup.DirectoryFlow;
import io.vestibule.setup.KeyFlow;
import io.vestibule.setup.SettingsFlow;
import io.vestibule.setup.SiteLinkFlow;
import io.vestibule.setup.VmsFlow;
import io.vestibule.store.AllCompanies;

/// The flows behind first run, Settings and the Collection page.
public final class SetupWiring {

    private final Lazy<SettingsFlow> settings;
    private final Lazy<KeyFlow> key;
    private final Lazy<CompanyFlow> companies;
    private final Lazy<CloudFlow> cloud;
    private final Lazy<VmsFlow> vms;
    private final Lazy<SiteLinkFlow> siteLinks;
    private final Lazy<CameraFlow> camera;
    private final Lazy<DirectoryFlow> directory;
    private final Lazy<CollectionReader> collection;

    SetupWiring(Application application) {
        StorageWiring storage = application.storage();
        this.settings = new Lazy<>(
                () -> new SettingsFlow(storage.settings(), storage.database(), storage.session(), storage.log()));
        this.key = new Lazy<>(() ->
                new KeyFlow(storage::vault, storage::key, StorageWiring.secrets(), storage.session(), storage.log()));
        this.companies = new Lazy<>(() -> new CompanyFlow(
                storage.database(),
                storage.people().companies(),
                storage.operators(),
                storage.session(),
                storage.log(),
                storage.clock()));
        this.cloud = new Lazy<>(() -> new CloudFlow(
                application.cloud(),
                storage.database(),
                storage.people().companies(),
                storage.session(),
                storage.log(),
                storage.clock().system(),
                () -> application.enrol().jobs().retryAll()));
        this.vms = new Lazy<>(() -> new VmsFlow(
                application.vms(),
                storage.database(),
                storage.peopleOfAll().companies(),
                new RuleStore(AllCompanies.of(storage.database())),
                storage.session(),
                storage.log()));
        this.siteLinks = new Lazy<>(() -> new SiteLinkFlow(
                application.vms()::client,
                storage.database(),
                storage.people().companies(),
                companies(),
                storage.session(),
                storage.log()));
        this.directory = new Lazy<>(
                () -> new DirectoryFlow(settings(), storage::vault, storage.session(), application.bulk()::sync));
        this.camera = new Lazy<>(
                () -> new CameraFlow(settings(), storage::vault, storage.session(), application.camera()::webcams));
        this.collection = new Lazy<>(() -> new CollectionReader(
                storage.people(),
                storage.journal(),
                storage.calls(),
                application.enrol()::collections,
                application.engine()::charged,
                storage.clock()));
    }

    public SettingsFlow settings() {
        return settings.get();
    }

    public KeyFlow key() {
        return key.get();
    }

    public CompanyFlow companies() {
        return companies.get();
    }

    public CloudFlow cloud() {
        return cloud.get();
    }

    public VmsFlow vms() {
        return vms.get();
    }

    public SiteLinkFlow siteLinks() {
        return siteLinks.get();
    }

    public DirectoryFlow directory() {
        return directory.get();
    }

    public CameraFlow camera() {
        return camera.get();
    }

    public CollectionReader collection() {
        return collection.get();
    }
}
