package io.vestibule.app.wiring;

import io.vestibule.base.Problem;
import io.vestibule.bulk.CheckFlow;
import io.vestibule.bulk.DecideFlow;
import io.vestibule.bulk.ImportContext;
import io.vestibule.bulk.ImportRetention;
import io.vestibule.bulk.ImportRowStore;
import io.vestibule.bulk.ImportRunStore;
import io.vestibule.bulk.MissingPeople;
import io.vestibule.bulk.PersonKeyStore;
import io.vestibule.bulk.ProposeFlow;
import io.vestibule.bulk.RunFlow;
import io.vestibule.bulk.SameFaceSearch;
import io.vestibule.bulk.UndoFlow;
import io.vestibule.bulk.directory.Directory;
import io.vestibule.bulk.directory.DirectorySchedule;
import io.vestibule.bulk.directory.DirectorySource;
import io.vestibule.bulk.directory.LeaverStore;
import io.vestibule.bulk.directory.SyncFlow;
import io.vestibule.bulk.people.ExportPeopleFlow;
import io.vestibule.bulk.people.NamedPeople;
import io.vestibule.bulk.people.RemovalLimit;
import io.vestibule.bulk.people.RemoveMissingFlow;
import io.vestibule.bulk.people.RemovePeopleFlow;
import io.vestibule.bulk.people.RenewPeopleFlow;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.people.change.SuppressionStore;
import io.vestibule.store.AllCompanies;
import io.vestibule.store.CompanyScope;
import java.util.Optional;
import java.util.function.Function;

/// Import of lists for the company that the console is set to.
public final class BulkWiring {

    private final Lazy<ImportContext> context;
    private final Lazy<ProposeFlow> propose;
    private final Lazy<CheckFlow> check;
    private final Lazy<RunFlow> run;
    private final Lazy<DecideFlow> decide;
    private final Lazy<UndoFlow> undo;
    private final Lazy<ImportRetention> retention;
    private final Lazy<RemovePeopleFlow> removePeople;
    private final Lazy<RenewPeopleFlow> renewPeople;
    private final Lazy<RemoveMissingFlow> removeMissing;
    private final Lazy<Directory> directory;
    private final Lazy<SyncFlow> sync;
    private final Lazy<DirectorySchedule> schedule;

    /// @param problems the problem that an exception of any room carries
    BulkWiring(
            StorageWiring storage,
            EngineWiring engine,
            EnrolWiring enrol,
            Function<Throwable, Optional<Problem>> problems) {
        this.context = new Lazy<>(() -> {
            var scope = CompanyScope.ofActive(storage.database());
            var keys = new PersonKeyStore(scope);
            return new ImportContext(
                    enrol.context(),
                    keys,
                    new ImportRunStore(scope),
                    new ImportRowStore(scope),
                    new DirectorySource(
                            directory(),
                            new LeaverStore(scope),
                            keys,
                            () -> enrol.context().company().id()),
                    new SuppressionStore(scope, storage::suppressionKey),
                    problems);
        });
        this.directory = new Lazy<>(() -> new Directory(
                storage.folder().path().resolve("directory"),
                storage.settings(),
                storage::vault,
                () -> storage.settings().get(EnrolKeys.EMPLOYEE_DAYS)));
        this.schedule = new Lazy<>(() ->
                new DirectorySchedule(storage.settings(), storage.session(), this::sync, storage.clock(), problems));
        this.sync = new Lazy<>(() -> new SyncFlow(
                context(),
                check(),
                run(),
                removePeople(),
                directory(),
                new LeaverStore(CompanyScope.ofActive(storage.database())),
                storage.settings()));
        this.propose = new Lazy<>(() -> new ProposeFlow(context()));
        this.check = new Lazy<>(() -> new CheckFlow(
                context(),
                () -> enrol.intake().withoutScreening(),
                new SameFaceSearch(
                        context(),
                        () -> engine.vision().vectorModel(),
                        people -> EnrolKeys.read(storage.settings()).duplicate(people))));
        this.run = new Lazy<>(() -> new RunFlow(context(), enrol::enrol, enrol::intake, enrol.commands()));
        this.decide = new Lazy<>(() -> new DecideFlow(context()));
        this.undo = new Lazy<>(() -> new UndoFlow(context(), enrol.commands()));
        this.removePeople = new Lazy<>(() -> new RemovePeopleFlow(context(), enrol.commands()));
        this.renewPeople = new Lazy<>(() -> new RenewPeopleFlow(context(), enrol.commands()));
        this.removeMissing = new Lazy<>(
                () -> new RemoveMissingFlow(context(), removePeople(), () -> RemovalLimit.of(storage.settings())));
        this.retention = new Lazy<>(
                () -> new ImportRetention(new ImportRunStore(AllCompanies.of(storage.database())), storage.clock()));
    }

    public ImportContext context() {
        return context.get();
    }

    public ProposeFlow propose() {
        return propose.get();
    }

    public CheckFlow check() {
        return check.get();
    }

    public RunFlow run() {
        return run.get();
    }

    public DecideFlow decide() {
        return decide.get();
    }

    public UndoFlow undo() {
        return undo.get();
    }

    public NamedPeople named() {
        return new NamedPeople(context());
    }

    public ExportPeopleFlow export() {
        return new ExportPeopleFlow(context());
    }

    public RemovePeopleFlow removePeople() {
        return removePeople.get();
    }

    public RenewPeopleFlow renewPeople() {
        return renewPeople.get();
    }

    /// Whom the latest version of a list no longer names.
    public MissingPeople missing() {
        return new MissingPeople(context());
    }

    public RemoveMissingFlow removeMissing() {
        return removeMissing.get();
    }

    private Directory directory() {
        return directory.get();
    }

    /// Reads the directory again and again.
    public DirectorySchedule schedule() {
        return schedule.get();
    }

    /// Keeps people as a directory has them.
    public SyncFlow sync() {
        return sync.get();
    }

    /// Of the imports of all companies.
    ImportRetention retention() {
        return retention.get();
    }
}
