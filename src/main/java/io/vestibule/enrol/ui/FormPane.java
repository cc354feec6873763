package io.vestibule.enrol.ui;

import io.vestibule.audit.Permission;
import io.vestibule.base.Problem;
import io.vestibule.people.ContactFormat;
import io.vestibule.people.PersonKind;
import io.vestibule.people.Site;
import io.vestibule.ui.Command;
import io.vestibule.ui.FrameScheduler;
import io.vestibule.ui.LazyNodes;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Chips;
import io.vestibule.ui.control.DateField;
import io.vestibule.ui.control.LabelledField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The right half of the Enrol screen: who the person is, the legal basis, and the retention period.
final class FormPane {

    /// Leaves room for two cards in a row beside it in the smallest window.
    static final double WIDTH = 372;

    /// Approximate height of the fields under the name, reserved so that a scroll bar, where needed, is shown
    /// before they are.
    private static final double UNDER_NAME = 700;

    private static final int YEAR = 365;

    private final EnrolForm form;
    private final Strings strings;
    private final VBox column = new VBox(8);
    private final ScrollPane scroll = new ScrollPane(column);
    private final LabelledField<TextField> name;
    private final LabelledField<TextField> email;
    private final LabelledField<TextField> phone;
    private final VBox basis = new VBox(8);
    private final Label basisProblem = new Label();
    private final Label expiryProblem = new Label();
    private final Chips<PersonKind> kind;
    private final ConsentCard consentCard;
    private final Chips<ConsentAnswer> consent;
    private final TextField reason = new TextField();
    private final DateField review;
    private final LabelledField<DateField> reviewField;
    private final Chips<Site> sites;

    private final EnrolModel model;
    private final BooleanProperty badges = new SimpleBooleanProperty(this, "badges");
    private final Button document;

    /// @param answered moves to the photos once consent is given
    /// @param page shows the page that is turned to the person
    FormPane(EnrolModel model, Strings strings, Runnable answered, Runnable page) {
        this.model = model;
        this.form = model.form();
        this.strings = strings;
        this.name = line(strings.text("enrol.name"), form.name);
        this.email = line(strings.text("enrol.email"), form.email);
        this.phone = line(strings.text("enrol.phone"), form.phone);
        phone.control().textProperty().subscribe(typed -> phone.hint(phoneDoubt(typed)));
        this.sites = Chips.multiple(List.of(), Site::name);
        this.consentCard = new ConsentCard(form.question(), strings, page);
        this.consent = consentCard.answers();
        this.kind = Chips.single(List.of(), one -> strings.constant("enrol.kind", one));
        var days = Chips.single(form.choicesOfDays(), this::days);
        review = new DateField(strings.locale());
        reviewField = new LabelledField<>(strings.text("enrol.review"), review).hint(strings.text("enrol.review-hint"));
        review.valueProperty().bindBidirectional(form.review);
        review.getEditor().textProperty().bindBidirectional(form.reviewText);
        // Not while the field itself puts back what was rejected.
        form.reviewText.addListener((_, _, text) -> {
            if (!text.isBlank() && !text.equals(review.rejectedProperty().get())) {
                reviewField.reset();
            }
        });
        review.setMaxWidth(Double.MAX_VALUE);
        offerKinds();
        Bindings.bindContentBidirectional(kind.selected(), form.kind);
        Bindings.bindContentBidirectional(sites.selected(), form.sites);
        Bindings.bindContentBidirectional(days.selected(), form.days);
        form.kind.addListener((ListChangeListener<PersonKind>) _ -> showBasis());
        form.consent.addListener((ListChangeListener<ConsentAnswer>) _ -> basisProblem.setText(""));
        consent.addEventHandler(ActionEvent.ACTION, _ -> {
            if (form.basisGiven()) {
                answered.run();
            }
        });
        name.control().setOnAction(_ -> focusBasis());
        List.of(basisProblem, expiryProblem).forEach(label -> {
            label.getStyleClass().add("field-problem");
            label.setWrapText(true);
            label.managedProperty().bind(label.textProperty().isNotEmpty());
        });
        document = Buttons.of(new Command(
                strings.text("enrol.document"), "mdi2c-card-account-details-outline", this::compareDocument));
        offerChecks();
        column.getChildren().add(name);
        LazyNodes.in(column, badges, this::badge);
        // The name can be typed before the fields under it are drawn.
        var place = new Region();
        place.setMinHeight(UNDER_NAME);
        column.getChildren().add(place);
        FrameScheduler.runAfter(FrameScheduler.DRAWN, () -> {
            column.getChildren().remove(place);
            column.getChildren()
                    .addAll(
                            labelled(strings.text("enrol.kind"), kind),
                            basis,
                            basisProblem,
                            document,
                            labelled(strings.text("enrol.forget-after"), days),
                            expiryProblem,
                            beside(line(strings.text("enrol.host"), form.host), phone),
                            email,
                            labelled(strings.text("enrol.sites"), sites));
        });
        column.getStyleClass().add("enrol-form");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinWidth(WIDTH);
        scroll.setPrefWidth(WIDTH);
        scroll.setFocusTraversable(false);
        name.control().setId("enrol-name");
        // The focus goes to the name after saving, wherever the form was scrolled to.
        name.control().focusedProperty().subscribe(focused -> {
            if (focused) {
                scroll.setVvalue(0);
            }
        });
        consent.setId("enrol-consent");
        showBasis();
    }

    Node node() {
        return scroll;
    }

    /// The number is passed as text: to format one takes as long as the rest of the form, and it has no separators.
    private String days(int count) {
        return switch (count) {
            case 0 -> strings.text("enrol.days-today");
            case 1 -> strings.text("enrol.days-one");
            case YEAR -> strings.text("enrol.days-year");
            default -> strings.text("enrol.days-many", String.valueOf(count));
        };
    }

    Node nameField() {
        return name.control();
    }

    /// Updates the kinds to choose from, which depend on the permissions of the operator who is signed in.
    void offerKinds() {
        kind.offer(
                model.port().may(Permission.ENROL_WATCH)
                        ? List.of(PersonKind.values())
                        : List.of(PersonKind.VISITOR, PersonKind.EMPLOYEE));
        if (kind.selected().isEmpty()) {
            kind.selected().setAll(List.of(PersonKind.VISITOR));
        }
    }

    /// Updates the badge and document buttons, whose features may have been enabled since.
    void offerChecks() {
        badges.set(model.port().readsBadges());
        show(document, model.port().comparesDocuments());
    }

    private Button badge() {
        return Buttons.of(new Command(
                strings.text("enrol.badge"),
                "mdi2b-badge-account-horizontal-outline",
                () -> model.port().readBadge(form.name::set)));
    }

    /// Compares a document with the best photo of the draft.
    private void compareDocument() {
        model.photos()
                .best()
                .ifPresentOrElse(
                        photo -> model.port()
                                .compareDocument(form.name.get(), photo.photo().bytes()),
                        () -> model.showProblem(Problem.of("enrol.photo-missing")));
    }

    private static void show(Region node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    void offer(List<Site> choices) {
        sites.offer(choices);
    }

    private LabelledField<TextField> line(String words, StringProperty value) {
        var field = new TextField();
        field.textProperty().bindBidirectional(value);
        return new LabelledField<>(words, field);
    }

    private static HBox beside(Node left, Node right) {
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        return new HBox(12, left, right);
    }

    /// Makes a date that is being typed part of the form.
    void commitTyped() {
        review.commitTyped();
    }

    private static VBox labelled(String words, Node control) {
        var label = new Label(words);
        label.getStyleClass().add("field-label");
        return new VBox(4, label, control);
    }

    private void showBasis() {
        basisProblem.setText("");
        reviewField.reset();
        if (form.chosenKind() == PersonKind.WATCH) {
            reason.textProperty().unbind();
            reason.textProperty().bindBidirectional(form.reason);
            basis.getChildren()
                    .setAll(
                            new LabelledField<>(strings.text("enrol.reason-text"), reason),
                            line(strings.text("enrol.source"), form.source),
                            reviewField);
        } else {
            basis.getChildren().setAll(consentCard);
        }
    }

    /// Shows each problem at its field and moves focus to the first.
    ///
    /// @return problems that have no field in the form
    private String phoneDoubt(String typed) {
        return ContactFormat.phone(typed) instanceof ContactFormat.Phone.Doubtful doubtful
                ? strings.text("enrol.phone-doubt", doubtful.shown())
                : "";
    }

    List<Problem> show(List<Problem> problems) {
        List.of(name, email, phone, reviewField).forEach(LabelledField::reset);
        basisProblem.setText("");
        expiryProblem.setText("");
        var places = new HashMap<String, Runnable>(Map.of(
                "enrol.name-missing", name.control()::requestFocus,
                "enrol.name-unfit", name.control()::requestFocus,
                "enrol.email-unfit", email.control()::requestFocus,
                "enrol.phone-unfit", phone.control()::requestFocus,
                "enrol.consent-missing", this::focusBasis,
                "enrol.photos-declined", this::focusBasis,
                "enrol.declined-again", this::focusBasis,
                "enrol.reason-missing", this::focusBasis,
                "enrol.reason-incomplete", this::focusBasis));
        places.put("enrol.review-unreadable", review::requestFocus);
        places.put("enrol.review-missing", review::requestFocus);
        places.put("enrol.guardian-missing", this::focusBasis);
        problems.forEach(this::place);
        problems.stream()
                .map(Problem::code)
                .filter(places::containsKey)
                .findFirst()
                .ifPresent(code -> places.getOrDefault(code, () -> {}).run());
        return problems.stream()
                .filter(problem ->
                        !places.containsKey(problem.code()) && !problem.code().startsWith("enrol.expiry"))
                .toList();
    }

    private void focusBasis() {
        if (form.chosenKind() == PersonKind.WATCH) {
            reason.requestFocus();
        } else {
            // As Tab would go there: only then the focus ring appears.
            kind.tabStop().ifPresent(before -> {
                before.requestFocus();
                before.requestFocusTraversal(TraversalDirection.NEXT);
            });
        }
    }

    private void place(Problem problem) {
        var words = strings.problem(problem);
        switch (problem.code()) {
            case "enrol.name-missing", "enrol.name-unfit" -> name.fail(words.summary());
            case "enrol.email-unfit" -> email.fail(words.summary());
            case "enrol.phone-unfit" -> phone.fail(words.summary());
            case "enrol.review-unreadable", "enrol.review-missing" -> reviewField.fail(words.summary());
            case "enrol.consent-missing",
                    "enrol.guardian-missing",
                    "enrol.photos-declined",
                    "enrol.declined-again",
                    "enrol.reason-missing",
                    "enrol.reason-incomplete" -> basisProblem.setText(words.summary() + " " + words.advice());
            case "enrol.expiry-missing", "enrol.expiry-unfit" ->
                expiryProblem.setText(words.summary() + " " + words.advice());
            default -> {
                // Has no field in the form; the caller shows it as a banner.
            }
        }
    }
}
