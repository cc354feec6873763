package io.vestibule.people.ui.repair;

import io.vestibule.people.ConsentWording;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.ui.ThumbnailLoader;
import io.vestibule.people.ui.detail.PersonDetail;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Chips;
import io.vestibule.ui.control.FaceTile;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Renews a returning person: the consent text, and the answers, none of which is chosen beforehand. A person
/// who has photos and refuses them now has withdrawn consent: they are removed.
public final class RenewCard extends VBox {

    private static final double WIDTH = 420;
    private static final double TEXT = 260;

    /// What the person may answer.
    enum Answer {
        ON_SCREEN,
        SIGNED_PAPER,
        SPOKEN,
        DECLINED;

        /// How they consented; empty if they refuse.
        Optional<LegalBasis.Method> method() {
            return switch (this) {
                case ON_SCREEN -> Optional.of(LegalBasis.Method.ON_SCREEN);
                case SIGNED_PAPER -> Optional.of(LegalBasis.Method.SIGNED_PAPER);
                case SPOKEN -> Optional.of(LegalBasis.Method.SPOKEN);
                case DECLINED -> Optional.empty();
            };
        }
    }

    /// What the person is asked.
    ///
    /// @param wording the text to show to them
    /// @param changed whether they agreed to an earlier text
    /// @param guardian who answered for them before, and answers again; empty if they answer themselves
    /// @param until display text of the new expiry
    public record Question(ConsentWording wording, boolean changed, Optional<String> guardian, String until) {}

    private final Chips<Answer> answers;
    private final BooleanProperty answered = new SimpleBooleanProperty(false);

    /// @param renewed receives how the person consented; empty if they refuse photos and have none
    /// @param withdrawn runs if the person refuses and has photos
    public RenewCard(
            PersonDetail detail,
            Question question,
            Strings strings,
            ThumbnailLoader pictures,
            Consumer<Optional<LegalBasis.Method>> renewed,
            Runnable withdrawn) {
        super(16);
        FaceTile face = new FaceTile(ThumbnailLoader.CARD);
        pictures.show(face, detail.person().name(), detail.face());
        ScrollPane text = new ScrollPane(wrapped(question.wording().words()));
        text.setFitToWidth(true);
        text.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        text.setMaxHeight(TEXT);
        text.setAccessibleText(question.wording().words());
        Label changed = wrapped(question.changed() ? strings.text("people.renew-changed") : "");
        changed.setManaged(question.changed());
        Label end = wrapped(strings.text("people.renew-until", question.until()));
        end.getStyleClass().add("quiet");
        Label guardian = wrapped(question.guardian()
                .map(name -> strings.text("people.renew-guardian", name))
                .orElse(""));
        guardian.setManaged(question.guardian().isPresent());
        HBox top = new HBox(24, face, new VBox(12, changed, text, guardian, end));
        Label how = wrapped(strings.text("people.renew-how"));
        how.getStyleClass().add("field-label");
        answers = Chips.single(List.of(Answer.values()), answer -> strings.constant("people.renew-answer", answer));
        answers.setId("renew-answers");
        boolean hasPhotos = !detail.photos().isEmpty();
        Label consequence = wrapped("");
        Button renew = Buttons.primary(new Command(
                strings.text("people.renew"),
                "mdi2c-calendar-refresh-outline",
                () -> renewed.accept(answers.selected().getFirst().method()),
                answered));
        Button withdraw = Buttons.primary(
                new Command(strings.text("people.withdraw"), "mdi2h-hand-back-left-outline", withdrawn));
        FlowPane row = new FlowPane(8, 8, renew);
        row.setPrefWrapLength(WIDTH + ThumbnailLoader.CARD);
        answers.selected().addListener((ListChangeListener<Answer>) _ -> {
            boolean refuses = answers.selected().contains(Answer.DECLINED);
            answered.set(!answers.selected().isEmpty());
            row.getChildren().setAll(refuses && hasPhotos ? withdraw : renew);
            String words = strings.text(hasPhotos ? "people.renew-withdraws" : "people.renew-declines");
            consequence.setText(refuses ? words : "");
        });
        getChildren().setAll(top, new VBox(4, how, answers), consequence, row);
    }

    /// Control that receives the initial focus: the answers, none of which is chosen by that.
    public Node first() {
        return answers.tabStop().map(Node.class::cast).orElse(this);
    }

    private static Label wrapped(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setPrefWidth(WIDTH);
        return label;
    }
}
