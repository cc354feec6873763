package io.vestibule.app.setup.cloud;

import io.vestibule.app.setup.CardModel;
import io.vestibule.app.setup.SettingsView;
import io.vestibule.app.setup.SetupContext;
import io.vestibule.app.wiring.House;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/// The card of this package for the Settings screen, put together.
public final class CloudParts {

    private final House house;
    private final Consumer<URI> browser;
    private List<CardModel> models = List.of();

    /// @param browser opens a page outside of this program
    public CloudParts(House house, Consumer<URI> browser) {
        this.house = house;
        this.browser = browser;
    }

    /// What the cards do, for whoever offers it elsewhere.
    public CloudFlow flow() {
        var cellar = house.cellar();
        return new CloudFlow(
                house.cloud(),
                cellar.database(),
                cellar.people().companies(),
                cellar.session(),
                cellar.log(),
                cellar.clock(),
                () -> house.enrol().jobs().retryAll());
    }

    public List<SettingsView.Part> make(SetupContext context) {
        var model = new CloudModel(
                flow(), house.cellar().settings(), browser, house.cellar().session(), context);
        var transfer = new TransferModel(house, context);
        var adopt = new AdoptModel(house, context);
        models = List.of(model, transfer, adopt);
        return List.of(
                new SettingsView.Part(new CloudCard(model), model),
                new SettingsView.Part(new TransferCard(transfer), transfer),
                new SettingsView.Part(new AdoptCard(adopt), adopt));
    }

    /// Who is at the desk, or the company, is another now. FX thread.
    public void refresh() {
        models.forEach(CardModel::refresh);
    }
}
