package io.vestibule.people.ui.repair;

import io.vestibule.people.LegalBasis;
import io.vestibule.people.ui.ThumbnailLoader;
import io.vestibule.people.ui.detail.PersonDetail;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.FaceTile;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Renews a returning person: the consent text, and one button for each way of consenting, which completes the
/// renewal. So a renewal takes two key presses.
public final class RenewCard extends VBox {

    private static final double WIDTH = 420;

    private final List<Button> buttons;

    /// @param consentText text to show to the person
    /// @param until display text of the new expiry
    public RenewCard(
            PersonDetail detail,
            String consentText,
            String until,
            Strings strings,
            ThumbnailLoader pictures,
            Consumer<LegalBasis.Method> agreed) {
        super(16);
        FaceTile face = new FaceTile(ThumbnailLoader.CARD);
        pictures.show(face, detail.person().name(), detail.face());
        Label text = wrapped(consentText);
        Label end = wrapped(strings.text("people.renew-until", until));
        end.getStyleClass().add("quiet");
        HBox top = new HBox(24, face, new VBox(12, text, end));
        Button first = Buttons.primary(new Command(
                strings.text("people.renew-on-screen"), "", () -> agreed.accept(LegalBasis.Method.ON_SCREEN)));
        Button paper = Buttons.of(new Command(
                strings.text("people.renew-on-paper"), "", () -> agreed.accept(LegalBasis.Method.SIGNED_PAPER)));
        Button spoken = Buttons.of(
                new Command(strings.text("people.renew-spoken"), "", () -> agreed.accept(LegalBasis.Method.SPOKEN)));
        buttons = List.of(first, paper, spoken);
        FlowPane row = new FlowPane(8, 8);
        row.setPrefWrapLength(WIDTH + ThumbnailLoader.CARD);
        row.getChildren().setAll(buttons);
        getChildren().setAll(top, row);
    }

    /// Control that receives the initial focus.
    public Node first() {
        return buttons.getFirst();
    }

    private static Label wrapped(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setPrefWidth(WIDTH);
        return label;
    }
}
