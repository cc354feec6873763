package io.vestibule.app.setup.vms;

import io.vestibule.app.setup.CardModel;
import io.vestibule.app.setup.CompanyFlow;
import io.vestibule.app.setup.SettingsView;
import io.vestibule.app.setup.SetupContext;
import io.vestibule.app.wiring.House;
import java.util.List;

/// The cards of this package for the Settings screen, put together.
public final class VmsParts {

    private final House house;
    private final CompanyFlow companies;
    private List<CardModel> models = List.of();

    public VmsParts(House house, CompanyFlow companies) {
        this.house = house;
        this.companies = companies;
    }

    /// @param sitesChanged sites were added here; FX thread
    public List<SettingsView.Part> make(SetupContext context, Runnable sitesChanged) {
        var cellar = house.cellar();
        var people = cellar.people().companies();
        var links = new SiteLinkModel(
                new SiteLinkFlow(
                        house.vms()::client, cellar.database(), people, companies, cellar.session(), cellar.log()),
                cellar.session(),
                context,
                sitesChanged);
        var vms = new VmsModel(
                new VmsFlow(house.vms(), cellar.database(), people, cellar.session(), cellar.log()),
                cellar.session(),
                context,
                links::refresh);
        models = List.of(vms, links);
        return List.of(
                new SettingsView.Part(new VmsCard(vms), vms), new SettingsView.Part(new SiteLinkCard(links), links));
    }

    /// Who is at the desk, the company or its sites are others now. FX thread.
    public void refresh() {
        models.forEach(CardModel::refresh);
    }
}
