package io.vestibule.setup.ui.cloud;

import io.vestibule.enrol.transfer.TransferFlow.Plan;
import io.vestibule.setup.ui.Fields;
import io.vestibule.setup.ui.SettingsCard;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import java.math.RoundingMode;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// Offers to enrol everybody into the collection in use.
final class TransferCard extends SettingsCard {

    private static final int CENTS = 2;

    private final Strings strings;

    TransferCard(TransferModel model) {
        super(
                model.strings().text("setup.transfer.title"),
                model,
                model.strings().text("setup.settings.why-not"));
        this.strings = model.strings();
        Label words = Fields.wrapped("");
        words.setId("transfer-plan");
        words.textProperty().bind(model.plan().map(plan -> plan.map(this::words).orElse("")));
        Label begun = Fields.wrapped(strings.text("setup.transfer.begun"), "quiet");
        begun.visibleProperty().bind(model.begun());
        begun.managedProperty().bind(model.begun());
        Button begin = Buttons.of(new Command(
                strings.text("setup.transfer.begin"), "mdi2a-account-sync-outline", model::begin, model.mayChange()));
        begin.setId("transfer-begin");
        begin.visibleProperty()
                .bind(model.plan()
                        .map(plan -> plan.filter(known -> known.people() > 0).isPresent()));
        begin.managedProperty().bind(begin.visibleProperty());
        getChildren().addAll(words, begin, begun, problemLabel(model));
    }

    private String words(Plan plan) {
        if (plan.people() == 0) {
            return strings.text("setup.transfer.none");
        }
        var price = plan.price().setScale(CENTS, RoundingMode.UP).toPlainString();
        return strings.text("setup.transfer.plan", plan.people(), plan.photos()) + " "
                + strings.text("setup.transfer.price", price);
    }
}
