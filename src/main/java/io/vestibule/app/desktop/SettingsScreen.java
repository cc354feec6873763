package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.setup.DataFacts;
import io.vestibule.setup.ui.AboutCard;
import io.vestibule.setup.ui.AboutModel;
import io.vestibule.setup.ui.CameraCard;
import io.vestibule.setup.ui.CameraModel;
import io.vestibule.setup.ui.ChecksCard;
import io.vestibule.setup.ui.ChecksModel;
import io.vestibule.setup.ui.KeyCard;
import io.vestibule.setup.ui.KeyModel;
import io.vestibule.setup.ui.RetentionCard;
import io.vestibule.setup.ui.RetentionModel;
import io.vestibule.setup.ui.SettingsCategory;
import io.vestibule.setup.ui.SettingsModel;
import io.vestibule.setup.ui.SettingsView;
import io.vestibule.setup.ui.SetupContext;
import io.vestibule.setup.ui.TimeZoneCard;
import io.vestibule.setup.ui.TimeZoneModel;
import io.vestibule.setup.ui.backup.BackupCard;
import io.vestibule.setup.ui.backup.BackupModel;
import io.vestibule.setup.ui.cloud.Browser;
import io.vestibule.setup.ui.cloud.CloudCardFactory;
import io.vestibule.setup.ui.directory.DirectoryCard;
import io.vestibule.setup.ui.directory.DirectoryModel;
import io.vestibule.setup.ui.vms.VmsCardFactory;
import io.vestibule.ui.ScreenView;
import java.util.ArrayList;

/// The Settings screen, assembled from the packages' cards.
final class SettingsScreen {

    private final Application application;
    private final ScreenContext screenContext;
    private final Runnable refresh;
    private final Runnable operatorChanged;
    private final Runnable restart;

    /// @param refresh reloads the company and operator that the window shows
    /// @param operatorChanged updates the window to the rights of the new operator
    /// @param restart closes the data folder and opens it again
    SettingsScreen(
            Application application,
            ScreenContext screenContext,
            Runnable refresh,
            Runnable operatorChanged,
            Runnable restart) {
        this.application = application;
        this.screenContext = screenContext;
        this.refresh = refresh;
        this.operatorChanged = operatorChanged;
        this.restart = restart;
    }

    ScreenView view() {
        var storage = application.storage();
        var settings = application.setup().settings();
        var parts = new VmsCardFactory(
                application.setup().vms(), application.setup().siteLinks(), storage.session());
        var cloud = new CloudCardFactory(
                application.setup().cloud(),
                application.enrol()::transfer,
                application.enrol()::adopt,
                settings,
                storage.session(),
                storage.clock(),
                Browser::open);
        var context = new SetupContext(
                screenContext.strings(),
                screenContext.work(),
                application.enrol().collections()::ensureAll,
                () -> {
                    refresh.run();
                    parts.refresh();
                    cloud.refresh();
                },
                () -> {
                    operatorChanged.run();
                    parts.refresh();
                    cloud.refresh();
                });
        var model = new SettingsModel(
                application.setup().companies(),
                storage.operators(),
                storage.session(),
                settings,
                screenContext.theme(),
                new DataFacts(
                        storage.folder().path(),
                        application.engine().name(),
                        application.engine().thresholds()),
                context);
        var keep = new RetentionModel(settings, storage.session(), context);
        var more = new ArrayList<SettingsView.Part>();
        more.add(new SettingsView.Part(new RetentionCard(keep), keep, SettingsCategory.ORGANISATION));
        var directory = new DirectoryModel(application.setup().directory(), storage.session(), context);
        more.add(new SettingsView.Part(new DirectoryCard(directory), directory, SettingsCategory.ORGANISATION));
        var backup = new BackupModel(
                new BackupModel.BackupParts(
                        application.backups().flow(),
                        application.backups().schedule(),
                        application.backups().restore(),
                        settings,
                        restart),
                storage.session(),
                context);
        more.add(new SettingsView.Part(new BackupCard(backup, screenContext.files()), backup, SettingsCategory.DATA));
        var key = new KeyModel(application.setup().key(), storage.session(), context);
        more.add(new SettingsView.Part(new KeyCard(key), key, SettingsCategory.DATA));
        var clock = new TimeZoneModel(settings, storage.session(), context);
        more.add(new SettingsView.Part(new TimeZoneCard(clock), clock, SettingsCategory.ORGANISATION));
        more.addAll(cloud.createCards(context));
        var checks = new ChecksModel(
                settings, storage.session(), application.engine().charged(), context);
        more.add(new SettingsView.Part(new ChecksCard(checks), checks, SettingsCategory.FACES));
        var camera = new CameraModel(application.setup().camera(), storage.session(), context);
        more.add(new SettingsView.Part(new CameraCard(camera, screenContext.files()), camera, SettingsCategory.CAMERA));
        more.addAll(parts.createCards(context, model::refresh, refresh));
        var about = new AboutModel(settings, storage.session(), context, SupportAdapter.support(application));
        more.add(new SettingsView.Part(new AboutCard(about), about, SettingsCategory.DATA));
        var view = new SettingsView(model, more);
        if (application.cloud().isUndetermined()) {
            view.open(SettingsCategory.SERVICE);
        } else if (application.vms().connections().isUndetermined()) {
            view.open(SettingsCategory.VMS);
        }
        return view;
    }
}
