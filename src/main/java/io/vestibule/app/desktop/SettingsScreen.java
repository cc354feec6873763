package io.vestibule.app.desktop;

import io.vestibule.app.setup.CompanyFlow;
import io.vestibule.app.setup.DataFacts;
import io.vestibule.app.setup.SettingsModel;
import io.vestibule.app.setup.SettingsView;
import io.vestibule.app.setup.SetupContext;
import io.vestibule.app.setup.about.AboutCard;
import io.vestibule.app.setup.about.AboutModel;
import io.vestibule.app.setup.camera.CameraCard;
import io.vestibule.app.setup.camera.CameraFlow;
import io.vestibule.app.setup.camera.CameraModel;
import io.vestibule.app.setup.checks.ChecksCard;
import io.vestibule.app.setup.checks.ChecksModel;
import io.vestibule.app.setup.clock.ClockCard;
import io.vestibule.app.setup.clock.ClockModel;
import io.vestibule.app.setup.cloud.Browser;
import io.vestibule.app.setup.cloud.CloudParts;
import io.vestibule.app.setup.keep.KeepCard;
import io.vestibule.app.setup.keep.KeepModel;
import io.vestibule.app.setup.vms.VmsParts;
import io.vestibule.app.wiring.House;
import io.vestibule.ui.ScreenView;
import java.util.ArrayList;

/// The Settings screen, put together of the rooms' cards.
final class SettingsScreen {

    private final House house;
    private final Furniture furniture;
    private final CompanyFlow companies;
    private final Runnable refresh;
    private final Runnable operatorChanged;

    /// @param refresh reads again what the window tells of company and operator
    /// @param operatorChanged shows what somebody else at the desk may see
    SettingsScreen(
            House house, Furniture furniture, CompanyFlow companies, Runnable refresh, Runnable operatorChanged) {
        this.house = house;
        this.furniture = furniture;
        this.companies = companies;
        this.refresh = refresh;
        this.operatorChanged = operatorChanged;
    }

    ScreenView view() {
        var cellar = house.cellar();
        var parts = new VmsParts(house, companies);
        var cloud = new CloudParts(house, Browser::open);
        var context = new SetupContext(
                furniture.strings(),
                furniture.work(),
                house.enrol().collections()::ensureAll,
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
                companies,
                cellar.operators(),
                cellar.session(),
                cellar.settings(),
                furniture.theme(),
                new DataFacts(
                        cellar.folder().path(),
                        cellar.vault().kind(),
                        house.engine().name(),
                        house.engine().thresholds()),
                context);
        var keep = new KeepModel(cellar.settings(), cellar.session(), context);
        var more = new ArrayList<SettingsView.Part>();
        more.add(new SettingsView.Part(new KeepCard(keep), keep));
        var clock = new ClockModel(cellar.settings(), cellar.session(), context);
        more.add(new SettingsView.Part(new ClockCard(clock), clock));
        more.addAll(cloud.make(context));
        var checks = new ChecksModel(
                cellar.settings(),
                cellar.session(),
                cellar.log(),
                house.engine().charged(),
                context);
        more.add(new SettingsView.Part(new ChecksCard(checks), checks, true));
        var camera = new CameraModel(
                new CameraFlow(cellar.settings(), cellar::vault, cellar.session(), house.camera()::webcams),
                cellar.session(),
                context);
        more.add(new SettingsView.Part(new CameraCard(camera, furniture.files()), camera, true));
        parts.make(context, model::refresh).forEach(part -> more.add(part.besides()));
        var about = new AboutModel(cellar.settings(), cellar.session(), context, AboutHouse.support(house));
        more.add(new SettingsView.Part(new AboutCard(about), about));
        return new SettingsView(model, more);
    }
}
