package io.vestibule.enrol.ui;

import io.vestibule.base.Problem;
import io.vestibule.ui.Command;
import io.vestibule.ui.FilePick;
import io.vestibule.ui.KeyHint;
import io.vestibule.ui.ScreenView;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Banner;
import io.vestibule.ui.control.BannerSlot;
import io.vestibule.ui.control.Overlay;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The Enrol screen: photos on the left, the person on the right.
public final class EnrolView implements ScreenView {

    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final EnrolModel model;
    private final Strings strings;
    private final BannerSlot banners;
    private final Overlay overlay;
    private final FormPane form;
    private final FlowPane strip = new FlowPane(12, 12);
    private final HBox root;
    private final Command save;
    private @Nullable AutoCloseable subscription;

    /// @param samples the offer to try it with sample people, shown in the drop zone
    public EnrolView(
            EnrolModel model,
            Strings strings,
            FilePick files,
            BannerSlot banners,
            Overlay overlay,
            SamplesOffer samples) {
        this.model = model;
        this.strings = strings;
        this.banners = banners;
        this.overlay = overlay;
        this.form = new FormPane(model, strings);
        this.save = new Command(strings.text("enrol.save"), "mdi2c-check", model::save, Bindings.not(model.saving()));
        var drop = new DropZone(model, strings, files, samples);
        strip.getStyleClass().add("enrol-strip");
        var stripScroll = new ScrollPane(strip);
        stripScroll.setFitToWidth(true);
        stripScroll.setPrefHeight(190);
        stripScroll.setMinHeight(120);
        stripScroll.setFocusTraversable(false);
        var left = new VBox(12, drop.node(), stripScroll);
        VBox.setVgrow(drop.node(), Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        root = new HBox(24, left, form.node());
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (SAVE.match(event)) {
                model.save();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE && !overlay.isOpen()) {
                clear();
            }
        });
        drop.listen(root);
        model.tiles().addListener((ListChangeListener<Tile>) _ -> showStrip());
        model.results().addListener((ListChangeListener<Result>) _ -> showStrip());
        model.connect(this::tell, this::ask, () -> form.nameField().requestFocus());
        showStrip();
    }

    private void clear() {
        if (!model.tiles().isEmpty() || !model.form().name.get().isEmpty()) {
            var photos = List.copyOf(model.tiles());
            var name = model.form().name.get();
            model.clear();
            form.nameField().requestFocus();
            banners.show(Banner.undoable(strings.text("enrol.cleared"), () -> {
                model.form().name.set(name);
                model.tiles().setAll(photos);
            }));
        }
    }

    private void tell(List<Problem> problems) {
        form.show(problems).stream().findFirst().ifPresent(problem -> {
            var words = strings.problem(problem);
            banners.show(Banner.problem(
                    words,
                    new Command(
                            strings.text("enrol.details"),
                            "mdi2i-information-outline",
                            () -> overlay.show(
                                    words.what(),
                                    new io.vestibule.ui.control.ProblemPane(strings, words, problem.code())))));
        });
    }

    private void ask(EnrolModel.Duplicate duplicate) {
        var card = new DuplicateCard(
                strings,
                duplicate,
                decision -> {
                    overlay.close();
                    model.save(decision);
                },
                overlay::close);
        overlay.show(strings.text("enrol.duplicate"), card.node(), card.first(), () -> {});
    }

    private void showStrip() {
        strip.getChildren().clear();
        model.tiles()
                .forEach(tile -> strip.getChildren()
                        .add(TileNode.of(tile, strings, () -> model.remove(tile), () -> pick(tile))));
        model.results().forEach(result -> strip.getChildren().add(TileNode.of(result, strings)));
    }

    private void pick(Tile tile) {
        tile.group().ifPresent(group -> {
            var picker = new FacePicker(strings, group, face -> {
                overlay.close();
                model.pick(tile, face);
            });
            overlay.show(strings.text("enrol.pick"), picker.node(), picker.first(), () -> {});
        });
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public Optional<Command> primary() {
        return Optional.of(save);
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(
                new KeyHint(SAVE.getDisplayText(), strings.text("enrol.save")),
                new KeyHint("Esc", strings.text("enrol.clear")));
    }

    @Override
    public void shown() {
        model.loadSites(form::offer);
        subscription = model.desk().onChange(model::journalChanged);
    }

    @Override
    public void hidden() {
        var open = subscription;
        if (open != null) {
            subscription = null;
            model.unsubscribe(open);
        }
    }

    @Override
    public Node initialFocus() {
        return form.nameField();
    }
}
