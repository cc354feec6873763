package io.vestibule.setup.ui.cloud;

import io.vestibule.audit.Session;
import io.vestibule.enrol.transfer.AdoptFlow;
import io.vestibule.enrol.transfer.TransferFlow;
import io.vestibule.setup.CloudFlow;
import io.vestibule.setup.SettingsFlow;
import io.vestibule.setup.ui.SettingsCardModel;
import io.vestibule.setup.ui.SettingsCategory;
import io.vestibule.setup.ui.SettingsView;
import io.vestibule.setup.ui.SetupContext;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Creates the cards of this package for the Settings screen.
public final class CloudCardFactory {

    private final CloudFlow flow;
    private final Supplier<TransferFlow> transfer;
    private final Supplier<AdoptFlow> adopt;
    private final SettingsFlow settings;
    private final Session session;
    private final InstantSource clock;
    private final Consumer<URI> browser;
    private List<SettingsCardModel> models = List.of();

    /// @param browser opens a page in the system's browser
    public CloudCardFactory(
            CloudFlow flow,
            Supplier<TransferFlow> transfer,
            Supplier<AdoptFlow> adopt,
            SettingsFlow settings,
            Session session,
            InstantSource clock,
            Consumer<URI> browser) {
        this.flow = flow;
        this.transfer = transfer;
        this.adopt = adopt;
        this.settings = settings;
        this.session = session;
        this.clock = clock;
        this.browser = browser;
    }

    public List<SettingsView.Part> createCards(SetupContext context) {
        var model = new CloudModel(flow, settings, browser, session, context);
        var transferModel = new TransferModel(transfer, session, context);
        var adoptModel = new AdoptModel(adopt, settings, session, clock, context);
        models = List.of(model, transferModel, adoptModel);
        return List.of(
                new SettingsView.Part(new CloudCard(model), model, SettingsCategory.SERVICE),
                new SettingsView.Part(new TransferCard(transferModel), transferModel, SettingsCategory.SERVICE),
                new SettingsView.Part(new AdoptCard(adoptModel), adoptModel, SettingsCategory.SERVICE));
    }

    /// Call after a change of the operator or the company. FX thread.
    public void refresh() {
        models.forEach(SettingsCardModel::refresh);
    }
}
