package io.vestibule.app.setup.cloud;

import io.vestibule.app.setup.CardModel;
import io.vestibule.app.setup.SettingsView;
import io.vestibule.app.setup.SetupContext;
import io.vestibule.app.wiring.House;
import java.util.List;

/// The card of this package for the Settings screen, put together.
public final class CloudParts {

    private final House house;
    private List<CardModel> models = List.of();

    public CloudParts(House house) {
        this.house = house;
    }

    public List<SettingsView.Part> make(SetupContext context) {
        var cellar = house.cellar();
        var model = new CloudModel(
                new CloudFlow(
                        house.cloud(),
                        cellar.database(),
                        cellar.people().companies(),
                        cellar.session(),
                        cellar.log(),
                        cellar.clock()),
                cellar.session(),
                context);
        models = List.of(model);
        return List.of(new SettingsView.Part(new CloudCard(model), model));
    }

    /// Who is at the desk, or the company, is another now. FX thread.
    public void refresh() {
        models.forEach(CardModel::refresh);
    }
}
