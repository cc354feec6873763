package io.vestibule.inspect.ui;

import io.vestibule.inspect.InspectionKind;
import io.vestibule.inspect.InspectionResult;
import io.vestibule.ui.Command;
import io.vestibule.ui.KeyHint;
import io.vestibule.ui.ProblemText;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.collections.MapChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One photo as large as the window allows, with the results of the checks over and beside it. The key F shows and
/// hides the overlay of the face.
public final class PhotoViewer extends HBox {

    private static final double SIDE = 284;
    /// Width of the window that the card and its margins use.
    private static final double AROUND_WIDTH = SIDE + 24 + 48 + 56;

    private static final double AROUND_HEIGHT = 176;
    private static final double LEAST = 240;
    private static final double MOST = 1_200;
    private static final double USUAL = 480;

    private final ViewerModel model;
    private final Strings strings;
    private final InspectionFormatter words;
    private final ImageView picture = new ImageView();
    private final PhotoOverlay overlay = new PhotoOverlay();
    private final StackPane frame = new StackPane(picture, overlay);
    private final VBox found = new VBox(8);
    private final Label problem = DropPane.wrapped("", "field-problem");
    private final ToggleButton face;
    private final Function<InspectionKind, String> price;

    /// @param name name of the person on the photo, for screen readers
    /// @param figures whether the operator may see figures
    /// @param price cost of a check, as text; empty if it is free
    public PhotoViewer(
            ViewerModel model, String name, boolean figures, Function<InspectionKind, String> price, Strings strings) {
        super(24);
        this.model = model;
        this.strings = strings;
        this.price = price;
        this.words = new InspectionFormatter(strings, figures);
        picture.setImage(new Image(new ByteArrayInputStream(model.photo())));
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        picture.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        picture.setAccessibleText(name);
        frame.getStyleClass().add("viewer-frame");
        frame.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        face = new ToggleButton(strings.text("inspect.marks"));
        face.setMaxWidth(Double.MAX_VALUE);
        face.setOnAction(_ -> {
            face.setSelected(model.overlayVisible().get());
            model.toggleOverlay();
        });
        getChildren().setAll(frame, side());
        fit(USUAL, USUAL);
        ChangeListener<Number> resized = (_, _, _) -> fit();
        sceneProperty().addListener((_, before, now) -> {
            if (before != null) {
                before.widthProperty().removeListener(resized);
                before.heightProperty().removeListener(resized);
            }
            if (now != null) {
                now.widthProperty().addListener(resized);
                now.heightProperty().addListener(resized);
                fit();
            }
        });
        model.overlayVisible().subscribe(shown -> {
            face.setSelected(shown);
            draw();
        });
        model.chosen().subscribe(_ -> draw());
        model.results().addListener((MapChangeListener<InspectionKind, InspectionResult>) _ -> draw());
        model.problem().subscribe(this::showProblem);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F && !event.isShortcutDown() && !event.isAltDown()) {
                model.toggleOverlay();
                event.consume();
            }
        });
    }

    /// The keys of an enlarged photo.
    public static List<KeyHint> keys(Strings strings) {
        return List.of(
                new KeyHint("F", strings.text("inspect.key-marks")),
                new KeyHint("Esc", strings.text("ui.shell.key.close")));
    }

    /// The node that gets the initial focus.
    public Node first() {
        return model.offers(InspectionKind.FACES) ? face : this;
    }

    private Region side() {
        VBox side = new VBox(12);
        if (model.offers(InspectionKind.FACES)) {
            String cost = price.apply(InspectionKind.FACES);
            face.setAccessibleHelp(cost.isEmpty() ? strings.text("inspect.marks-help") : cost);
            side.getChildren().add(cost.isEmpty() ? face : new VBox(4, face, DropPane.wrapped(cost, "hint")));
        }
        FlowPane buttons = new FlowPane(8, 8);
        for (InspectionKind inspectionKind : model.offered()) {
            if (inspectionKind != InspectionKind.FACES) {
                buttons.getChildren().add(ask(inspectionKind));
            }
        }
        if (!buttons.getChildren().isEmpty()) {
            side.getChildren()
                    .addAll(
                            buttons,
                            DropPane.wrapped(
                                    strings.text("inspect.price-each", price.apply(InspectionKind.TEXT)), "hint"));
        }
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        side.getChildren().addAll(problem, found);
        if (model.hasMore()) {
            side.getChildren().add(DropPane.wrapped(strings.text("inspect.more"), "hint"));
        } else if (model.lacks()) {
            side.getChildren().add(DropPane.wrapped(strings.text("inspect.lacks"), "hint"));
        }
        ScrollPane scroll = new ScrollPane(side);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinWidth(SIDE);
        scroll.setPrefWidth(SIDE);
        HBox.setHgrow(scroll, Priority.NEVER);
        return scroll;
    }

    private Button ask(InspectionKind inspectionKind) {
        return Buttons.of(new Command(
                strings.constant("inspect.look", inspectionKind),
                "",
                () -> model.inspect(inspectionKind),
                Bindings.not(model.asking())));
    }

    private void fit() {
        var scene = getScene();
        if (scene != null) {
            fit(
                    Math.clamp(scene.getWidth() - AROUND_WIDTH, LEAST, MOST),
                    Math.clamp(scene.getHeight() - AROUND_HEIGHT, LEAST, MOST));
        }
    }

    /// As large as the space allows, but at most twice the size of a small photo.
    private void fit(double width, double height) {
        Image image = picture.getImage();
        double scale = Math.min(2, Math.min(width / image.getWidth(), height / image.getHeight()));
        picture.setFitWidth(image.getWidth() * scale);
        picture.setFitHeight(image.getHeight() * scale);
        frame.setPrefSize(picture.getFitWidth(), picture.getFitHeight());
        overlay.setMaxSize(picture.getFitWidth(), picture.getFitHeight());
        draw();
    }

    private void draw() {
        overlay.clear();
        found.getChildren().clear();
        double width = picture.getFitWidth();
        double height = picture.getFitHeight();
        if (model.overlayVisible().get()
                && model.results().get(InspectionKind.FACES) instanceof InspectionResult.Faces faces) {
            overlay.faces(faces.faces(), width, height);
            showResult(faces);
        }
        model.chosen().get().map(model.results()::get).ifPresent(inspectionResult -> {
            boxes(inspectionResult, width, height);
            showResult(inspectionResult);
        });
    }

    private void boxes(InspectionResult inspectionResult, double width, double height) {
        switch (inspectionResult) {
            case InspectionResult.Faces _ -> {}
            case InspectionResult.Equipment equipment ->
                equipment.people().stream()
                        .flatMap(person -> person.covers().stream())
                        .forEach(equipmentItem -> overlay.box(equipmentItem.box(), width, height));
            case InspectionResult.Labels labels ->
                labels.labels().stream()
                        .flatMap(detectedLabel -> detectedLabel.boxes().stream())
                        .forEach(box -> overlay.box(box, width, height));
            case InspectionResult.Text text ->
                text.lines().forEach(textLine -> overlay.box(textLine.box(), width, height));
        }
    }

    private void showResult(InspectionResult inspectionResult) {
        Label title = DropPane.wrapped(strings.constant("inspect.found", inspectionResult.check()), "card-title");
        VBox lines = new VBox(4, title);
        words.of(inspectionResult).forEach(line -> lines.getChildren().add(DropPane.wrapped(line, "label")));
        found.getChildren().add(lines);
    }

    private void showProblem(Optional<io.vestibule.base.Problem> wrong) {
        problem.setText(wrong.map(strings::problem).map(PhotoViewer::sentence).orElse(""));
    }

    private static String sentence(ProblemText words) {
        return words.summary() + " " + words.advice();
    }
}
