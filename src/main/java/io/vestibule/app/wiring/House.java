package io.vestibule.app.wiring;

import io.vestibule.local.engine.EngineSettings;
import io.vestibule.settings.DataFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// The whole program without its window. Opening it takes the data folder and nothing else; every other part is made
/// when it is first asked for.
public final class House implements AutoCloseable {

    private final CellarWiring cellar;
    private final CloudWiring cloud;
    private final EngineWiring engine;
    private final EnrolWiring enrol;
    private final VmsWiring vms;
    private final RulesWiring rules;
    private final Hourly hourly;

    private House(DataFolder folder, Clock clock, EngineSettings settings) {
        this.cellar = new CellarWiring(folder, clock);
        this.cloud = new CloudWiring(cellar);
        this.engine = new EngineWiring(cellar, cloud, settings);
        this.enrol = new EnrolWiring(cellar, engine, () -> rules().steps());
        this.vms = new VmsWiring(cellar);
        this.rules = new RulesWiring(cellar, engine, enrol, vms, Optional.empty());
        this.hourly = new Hourly(() -> enrol.housekeeping().run(), Duration.ofHours(1));
    }

    /// @throws io.vestibule.settings.SettingsException if the folder is in use, or not ours
    public static House open(Path folder) {
        return open(folder, Clock.systemUTC(), EngineSettings.DEFAULT);
    }

    public static House open(Path folder, Clock clock, EngineSettings settings) {
        return new House(DataFolder.open(folder), clock, settings);
    }

    public CellarWiring cellar() {
        return cellar;
    }

    public CloudWiring cloud() {
        return cloud;
    }

    public EngineWiring engine() {
        return engine;
    }

    public EnrolWiring enrol() {
        return enrol;
    }

    public VmsWiring vms() {
        return vms;
    }

    public RulesWiring rules() {
        return rules;
    }

    /// Makes what the screens are built on, files and databases among it, so that the FX thread need not. Blocks.
    public void prepare() {
        cellar.operators().resume();
        enrol.prepare();
    }

    /// Takes up what the last run left: collections for all companies, waiting steps, what has to be forgotten. Blocks;
    /// not for the FX thread.
    ///
    /// @throws io.vestibule.cloud.CloudException if a collection could not be made now; everything else has begun
    public void begin() {
        try {
            enrol.collections().ensureAll();
        } finally {
            var _ = enrol.keeper();
            enrol.runner().start();
            enrol.housekeeping().run();
            hourly.start();
        }
    }

    @Override
    public void close() {
        hourly.close();
        enrol.close();
        vms.close();
        engine.close();
        cloud.close();
        cellar.close();
    }
}
