package io.vestibule.enrol.ui;

import io.vestibule.base.Problem;
import io.vestibule.people.LegalBasis;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.FaceTile;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Set;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Replaces the form while photos of an enrolled person are taken: shows who it is, on what legal basis, and
/// the way back. Without a legal basis for photos it asks for consent first.
final class AddPhotosPane {

    private static final double FACE = 128;
    private static final Set<String> OF_CONSENT =
            Set.of("enrol.consent-missing", "enrol.photos-declined", "enrol.declined-again");

    private final Strings strings;
    private final EnrolModel model;
    private final FaceTile face = new FaceTile(FACE);
    private final Label title = new Label();
    private final Label sentence = wrapped("");
    private final Label basis = wrapped("quiet");
    private final ConsentCard consent;
    private final Label problem = wrapped("field-problem");
    private final Button other;
    private final VBox root;

    /// @param answered moves to the photos once consent is given
    /// @param page shows the page that is turned to the person
    AddPhotosPane(EnrolModel model, Strings strings, Runnable answered, Runnable back, Runnable page) {
        this.model = model;
        this.strings = strings;
        title.getStyleClass().add("card-title");
        title.setWrapText(true);
        consent = new ConsentCard(model.addedPhotos().question(), strings, page);
        consent.answers().setId("enrol-more-consent");
        consent.addEventHandler(ActionEvent.ACTION, _ -> {
            problem.setText("");
            if (model.permitted().get()) {
                answered.run();
            }
        });
        other = Buttons.of(new Command(strings.text("enrol.more-back"), "mdi2a-arrow-left", back));
        root = new VBox(16, face, title, basis, consent, problem, sentence, other);
        root.getStyleClass().add("enrol-form");
        root.setMinWidth(FormPane.WIDTH);
        root.setPrefWidth(FormPane.WIDTH);
        root.setMaxWidth(FormPane.WIDTH);
    }

    void show(AddPhotosRequest more) {
        face.blank(more.name());
        more.picture().ifPresent(bytes -> face.show(FaceTile.decode(bytes, FACE, null), null));
        var retaken = more.replaces().isPresent();
        title.setText(strings.text(retaken ? "enrol.retake-title" : "enrol.more-title", more.name()));
        sentence.setText(strings.text(retaken ? "enrol.retake-sentence" : "enrol.more-sentence"));
        basis.setText(more.basis().map(this::words).orElse(strings.text("enrol.more-not-asked")));
        problem.setText("");
        var asks = !more.isPermitted();
        consent.setVisible(asks);
        consent.setManaged(asks);
        problem.setManaged(asks);
    }

    private String words(LegalBasis known) {
        return switch (known) {
            case LegalBasis.Consent given ->
                strings.text(
                        "enrol.more-consented",
                        strings.constant("enrol.consent-answer", ConsentAnswer.of(given.method())),
                        date(given.at()));
            case LegalBasis.Declined declined -> strings.text("enrol.more-declined", date(declined.at()));
            case LegalBasis.Reason reason -> strings.text("enrol.more-reason", reason.basis());
        };
    }

    private String date(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(strings.locale())
                .format(at.atZone(ZoneId.systemDefault()));
    }

    /// Shows a problem of consent at the card.
    ///
    /// @return problems that have no place here
    List<Problem> show(List<Problem> problems) {
        problems.stream()
                .filter(one -> OF_CONSENT.contains(one.code()) && consent.isVisible())
                .findFirst()
                .ifPresent(one -> {
                    var words = strings.problem(one);
                    problem.setText(words.summary() + " " + words.advice());
                    consent.answers().tabStop().ifPresent(Node::requestFocus);
                });
        return problems.stream()
                .filter(one -> !(OF_CONSENT.contains(one.code()) && consent.isVisible()))
                .toList();
    }

    Node node() {
        return root;
    }

    /// Where the focus begins: the question, if there is one.
    Node first() {
        return model.permitted().get()
                ? other
                : consent.answers().tabStop().map(Node.class::cast).orElse(other);
    }

    private static Label wrapped(String style) {
        var label = new Label();
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
