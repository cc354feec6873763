package io.vestibule.setup.ui.cloud;

import io.vestibule.setup.ui.Fields;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/// Rate limits of the account in calls per second, two in a row. Collapsed: only accounts with raised quotas need it.
final class QuotaPane extends TitledPane {

    QuotaPane(CloudModel model) {
        setId("cloud-quotas");
        setText(model.strings().text("setup.cloud.quotas"));
        setContent(new VBox(
                8,
                Fields.wrapped(model.strings().text("setup.cloud.quotas-hint"), "quiet"),
                Fields.settings(model, model.quotas())));
        setExpanded(false);
        setAnimated(false);
    }
}
