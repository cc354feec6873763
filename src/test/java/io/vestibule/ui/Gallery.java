package io.vestibule.ui;

import io.vestibule.base.Problem;
import io.vestibule.ui.control.Banner;
import io.vestibule.ui.control.BannerSlot;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Chips;
import io.vestibule.ui.control.EmptyPane;
import io.vestibule.ui.control.FaceTile;
import io.vestibule.ui.control.LabelledField;
import io.vestibule.ui.control.ProblemPane;
import io.vestibule.ui.control.SkeletonRows;
import io.vestibule.ui.control.State;
import io.vestibule.ui.control.StateBadge;
import io.vestibule.ui.control.Validator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A screen with all controls, for visual review and for keyboard traversal.
public final class Gallery implements ScreenView {

    private final Strings strings;
    private final LabelledField<TextField> name = new LabelledField<>("Name", new TextField());
    private final LabelledField<TextField> mail = new LabelledField<>("E-mail", new TextField());
    private final LabelledField<TextField> search = new LabelledField<>("Search", new TextField());
    private final Node node;

    public Gallery(Strings strings) {
        this.strings = strings;
        ScrollPane scroll = new ScrollPane(new HBox(12, left(), right()));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        node = scroll;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node initialFocus() {
        return name.control();
    }

    @Override
    public Optional<Command> primary() {
        return Optional.of(new Command("New person", "mdi2p-plus", () -> {}));
    }

    @Override
    public Optional<Node> search() {
        TextField field = search.control();
        field.setPromptText("Search people");
        field.setPrefWidth(240);
        return Optional.of(field);
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(new KeyHint("Ctrl+Enter", "Save"), new KeyHint("Space", "Take a photo"));
    }

    private VBox left() {
        name.check(name.control().textProperty(), Validator.notBlank("Write the name as it is on the badge."));
        mail.check(
                        mail.control().textProperty(),
                        Validator.email("This is no e-mail address. It looks like ana@acme.com."))
                .hint("Optional. The receipt goes there.");
        mail.control().setText("ana at acme");
        mail.validate();
        Chips<String> kind = Chips.single(List.of("Visitor", "Employee", "Watch"), word -> word);
        kind.selected().add("Visitor");
        Chips<String> sites = Chips.multiple(List.of("Head office", "Warehouse", "Laboratory", "Gate 4"), word -> word);
        sites.selected().addAll("Head office", "Gate 4");
        HBox buttons = new HBox(
                Buttons.primary(new Command("Save", "mdi2c-check", () -> {})),
                Buttons.of(new Command("Cancel", "", () -> {})),
                Buttons.icon(new Command("More", "mdi2d-dots-horizontal", () -> {})));
        buttons.getStyleClass().add("buttons");
        VBox card = new VBox(title("A form"), name, mail, kind, sites, buttons);
        card.getStyleClass().add("card-pane");
        VBox left = new VBox(12, card, banners());
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        left.setPrefWidth(460);
        return left;
    }

    private VBox banners() {
        VBox card = new VBox(title("Banners"));
        card.getStyleClass().add("card-pane");
        List<Banner> banners = List.of(
                Banner.info("Three photos were added from the clipboard."),
                Banner.undoable("Ana Sousa was removed.", () -> {}),
                new Banner(Banner.Tone.LOOK, "The camera was unplugged.", Optional.empty(), Optional.empty()),
                Banner.problem(
                        strings.problem(Problem.of("ui.unexpected", "7GQ-2XK")), new Command("Details", "", () -> {})));
        for (Banner banner : banners) {
            BannerSlot slot = new BannerSlot(strings);
            slot.show(banner);
            card.getChildren().add(slot);
        }
        return card;
    }

    private VBox right() {
        FlowPane states = new FlowPane(16, 8);
        for (State state : State.values()) {
            StateBadge badge = new StateBadge(strings);
            badge.show(state);
            states.getChildren().add(badge);
        }
        FlowPane faces = new FlowPane(12, 12);
        for (String who : List.of("Ana Sousa", "Bo", "Chidi Anagonye", "李 小龙", "Émile Zola", "Olga Petrova")) {
            FaceTile tile = new FaceTile(72);
            tile.name(who);
            tile.show(null, null);
            faces.getChildren().add(tile);
        }
        Label hint = new Label("12 px hint · 3,481 photos · 李小龙 · Ольга · ελληνικά");
        hint.getStyleClass().add("hint");
        Label message = new Label("Come a little closer");
        message.getStyleClass().add("message");
        VBox card = new VBox(title("States, faces, words"), states, faces, message, hint);
        card.getStyleClass().add("card-pane");
        VBox problem =
                new VBox(new ProblemPane(strings, strings.problem(Problem.of("ui.unexpected", "7GQ-2XK")), "7GQ-2XK"));
        problem.getStyleClass().add("card-pane");
        HBox empty = new HBox(
                12,
                new SkeletonRows(4),
                new EmptyPane(
                        "mdi2a-account-group-outline",
                        "Nobody is enrolled yet",
                        "People who are enrolled are recognised at the cameras. Start with a photo.",
                        new Command("Enrol a person", "mdi2p-plus", () -> {}),
                        new Command("Try with samples", "", () -> {})));
        HBox.setHgrow(empty.getChildren().getLast(), Priority.ALWAYS);
        VBox list = new VBox(empty);
        list.getStyleClass().add("card-pane");
        VBox right = new VBox(12, card, problem, list);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        right.setPrefWidth(460);
        return right;
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().add("card-title");
        return title;
    }
}
