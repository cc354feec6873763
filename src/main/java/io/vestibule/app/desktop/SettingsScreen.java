package io.vestibule.app.desktop;

import io.vestibule.app.wiring.House;
import io.vestibule.setup.DataFacts;
import io.vestibule.setup.ui.AboutCard;
import io.vestibule.setup.ui.AboutModel;
import io.vestibule.setup.ui.CameraCard;
import io.vestibule.setup.ui.CameraModel;
import io.vestibule.setup.ui.ChecksCard;
import io.vestibule.setup.ui.ChecksModel;
import io.vestibule.setup.ui.ClockCard;
import io.vestibule.setup.ui.ClockModel;
import io.vestibule.setup.ui.KeepCard;
import io.vestibule.setup.ui.KeepModel;
import io.vestibule.setup.ui.SettingsModel;
import io.vestibule.setup.ui.SettingsView;
import io.vestibule.setup.ui.SetupContext;
import io.vestibule.setup.ui.cloud.Browser;
import io.vestibule.setup.ui.cloud.CloudParts;
import io.vestibule.setup.ui.vms.VmsParts;
import io.vestibule.ui.ScreenView;
import java.util.ArrayList;

/// The Settings screen, put together of the rooms' cards.
final class SettingsScreen {

    private final House house;
    private final Furniture furniture;
    private final Runnable refresh;
    private final Runnable operatorChanged;

    /// @param refresh reads again what the window tells of company and operator
    /// @param operatorChanged shows what somebody else at the desk may see
    SettingsScreen(House house, Furniture furniture, Runnable refresh, Runnable operatorChanged) {
        this.house = house;
        this.furniture = furniture;
        this.refresh = refresh;
        this.operatorChanged = operatorChanged;
    }

    ScreenView view() {
        var cellar = house.cellar();
        var parts = new VmsParts(house.setup().vms(), house.setup().siteLinks(), cellar.session());
        var cloud = new CloudParts(
                house.setup().cloud(),
                house.enrol()::transfer,
                house.enrol()::adopt,
                cellar.settings(),
                cellar.session(),
                cellar.clock(),
                Browser::open);
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
                house.setup().companies(),
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
        var camera = new CameraModel(house.setup().camera(), cellar.session(), context);
        more.add(new SettingsView.Part(new CameraCard(camera, furniture.files()), camera, true));
        parts.make(context, model::refresh).forEach(part -> more.add(part.besides()));
        var about = new AboutModel(cellar.settings(), cellar.session(), context, AboutHouse.support(house));
        more.add(new SettingsView.Part(new AboutCard(about), about));
        return new SettingsView(model, more);
    }
}
