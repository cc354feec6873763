package io.vestibule.setup.ui.vms;

import io.vestibule.audit.Session;
import io.vestibule.setup.SiteLinkFlow;
import io.vestibule.setup.VmsFlow;
import io.vestibule.setup.ui.SettingsCardModel;
import io.vestibule.setup.ui.SettingsCategory;
import io.vestibule.setup.ui.SettingsView;
import io.vestibule.setup.ui.SetupContext;
import java.util.List;

/// Creates the cards of this package for the Settings screen.
public final class VmsCardFactory {

    private final VmsFlow flow;
    private final SiteLinkFlow linkFlow;
    private final Session session;
    private List<SettingsCardModel> models = List.of();

    public VmsCardFactory(VmsFlow flow, SiteLinkFlow linkFlow, Session session) {
        this.flow = flow;
        this.linkFlow = linkFlow;
        this.session = session;
    }

    /// @param sitesChanged called after sites were added here; FX thread
    /// @param vmsChanged called after another VMS was chosen; FX thread
    public List<SettingsView.Part> createCards(SetupContext context, Runnable sitesChanged, Runnable vmsChanged) {
        var links = new SiteLinkModel(linkFlow, session, context, sitesChanged);
        var vms = new VmsModel(flow, session, context, () -> {
            links.refresh();
            vmsChanged.run();
        });
        models = List.of(vms, links);
        return List.of(
                new SettingsView.Part(new VmsCard(vms), vms, SettingsCategory.VMS),
                new SettingsView.Part(new SiteLinkCard(links), links, SettingsCategory.VMS));
    }

    /// Call after a change of the operator, the company or its sites. FX thread.
    public void refresh() {
        models.forEach(SettingsCardModel::refresh);
    }
}
