package io.vestibule.app.wiring;

import io.vestibule.check.CheckKeys;
import io.vestibule.check.PhotoCheck;
import io.vestibule.enrol.Collections;
import io.vestibule.enrol.EnrolFlow;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.enrol.EnrolSettings;
import io.vestibule.enrol.Housekeeping;
import io.vestibule.enrol.PhotoIntake;
import io.vestibule.enrol.Records;
import io.vestibule.enrol.RemoveFlow;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.enrol.Service;
import io.vestibule.enrol.Standings;
import io.vestibule.enrol.Steps;
import io.vestibule.journal.JobFlow;
import io.vestibule.journal.JournalRunner;
import io.vestibule.photo.PhotoDoor;
import io.vestibule.photo.PhotoLimits;
import java.util.function.Supplier;

/// From files to ACTIVE people and back, over whatever service is in use.
public final class EnrolWiring implements AutoCloseable {

    private final Lazy<Service> service;
    private final Lazy<Records> records;
    private final Lazy<Collections> collections;
    private final Lazy<JournalRunner> runner;
    private final Lazy<EnrolFlow> enrol;
    private final Lazy<RemoveFlow> remove;
    private final Lazy<PhotoIntake> intake;
    private final Lazy<Standings> standings;
    private final Lazy<Housekeeping> housekeeping;
    private final Lazy<SampleFlow> samples;
    private final Lazy<JobFlow> jobs;

    EnrolWiring(CellarWiring cellar, EngineWiring engine) {
        Supplier<EnrolSettings> settings = () -> EnrolKeys.read(cellar.settings());
        this.service = new Lazy<>(engine::service);
        this.records = new Lazy<>(() -> new Records(
                cellar.database(), cellar.people(), cellar.journal(), cellar.session(), cellar.log(), cellar.clock()));
        this.collections = new Lazy<>(
                () -> new Collections(cellar.database(), cellar.people().companies(), service.get()));
        this.runner = new Lazy<>(() -> new JournalRunner(
                cellar.journal(),
                Steps.handlers(records.get(), service.get(), collections(), settings),
                cellar.clock()));
        this.enrol = new Lazy<>(() -> new EnrolFlow(records.get(), service.get(), collections(), runner(), settings));
        this.remove = new Lazy<>(() -> new RemoveFlow(records.get(), runner(), enrol()));
        this.intake = new Lazy<>(() -> new PhotoIntake(
                new PhotoDoor(PhotoLimits.DEFAULT),
                () -> new PhotoCheck(engine.vision(), CheckKeys.read(cellar.settings())),
                records.get()));
        this.standings = new Lazy<>(() -> new Standings(records.get(), collections()));
        this.housekeeping = new Lazy<>(() -> new Housekeeping(records.get(), remove()));
        this.samples = new Lazy<>(() -> new SampleFlow(records.get(), intake(), enrol(), remove()));
        this.jobs = new Lazy<>(() -> new JobFlow(
                cellar.database(), cellar.journal(), () -> runner().wake(), cellar.session(), cellar.log()));
    }

    void prepare() {
        enrol();
        remove();
        intake();
        standings();
        housekeeping();
        samples();
    }

    public Collections collections() {
        return collections.get();
    }

    public JournalRunner runner() {
        return runner.get();
    }

    public EnrolFlow enrol() {
        return enrol.get();
    }

    public RemoveFlow remove() {
        return remove.get();
    }

    public PhotoIntake intake() {
        return intake.get();
    }

    public Standings standings() {
        return standings.get();
    }

    public Housekeeping housekeeping() {
        return housekeeping.get();
    }

    public SampleFlow samples() {
        return samples.get();
    }

    /// What may be done about work that waits or has stopped.
    public JobFlow jobs() {
        return jobs.get();
    }

    @Override
    public void close() {
        runner.ifMade(JournalRunner::close);
    }
}
