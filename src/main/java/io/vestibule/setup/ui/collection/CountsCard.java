package io.vestibule.setup.ui.collection;

import io.vestibule.people.CollectionIndexStore;
import io.vestibule.setup.CollectionFacts;
import io.vestibule.setup.CollectionLoadState;
import io.vestibule.ui.Command;
import io.vestibule.ui.ProblemText;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Icon;
import io.vestibule.ui.control.ProblemPane;
import io.vestibule.ui.control.State;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What the collection holds: by local records, by the service's own count, and whether the two agree.
final class CountsCard extends VBox {

    private final Strings strings;
    private final Table.Row people;
    private final Table.Row users;
    private final Table.Row faces;
    private final Table.Row photos;
    private final Table.Row associated;
    private final Table.Row notAssociated;
    private final Table.Row refused;
    private final Table.Row onTheWay;
    private final Label serviceStatus = new Label();
    private final Label verdict = new Label();
    private final StackPane foot = new StackPane();

    CountsCard(CollectionModel model, Strings strings) {
        this.strings = strings;
        getStyleClass().add("card-pane");
        Label title = new Label(strings.text("setup.collection.holds"));
        title.getStyleClass().add("card-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        serviceStatus.getStyleClass().add("hint");
        HBox head = new HBox(
                12,
                title,
                gap,
                serviceStatus,
                Buttons.of(new Command(strings.text("setup.collection.refresh"), "mdi2r-refresh", model::refresh)));
        head.setAlignment(Pos.CENTER_LEFT);
        Table table = new Table(2);
        table.head(strings.text("setup.collection.ours"), strings.text("setup.collection.theirs"));
        people = table.row(strings.text("setup.collection.people"), "fact");
        users = table.row(strings.text("setup.collection.users"), "fact");
        faces = table.row(strings.text("setup.collection.faces"), "fact");
        photos = table.row(strings.text("setup.collection.photos"), "fact");
        associated = table.part(strings.text("setup.collection.associated"));
        notAssociated = table.part(strings.text("setup.collection.not-associated"));
        refused = table.part(strings.text("setup.collection.refused"));
        onTheWay = table.part(strings.text("setup.collection.on-the-way"));
        verdict.setWrapText(true);
        verdict.setGraphicTextGap(8);
        verdict.setMinHeight(Region.USE_PREF_SIZE);
        verdict.setMaxWidth(Double.MAX_VALUE);
        foot.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(head, table, foot);
        model.facts().subscribe(known -> show(known, model.loadState().get()));
        model.loadState().subscribe(answer -> show(model.facts().get(), answer));
    }

    private void show(Optional<CollectionFacts> known, CollectionLoadState answer) {
        String theirUsers = "–";
        String theirFaces = "–";
        serviceStatus.setText("");
        switch (answer) {
            case CollectionLoadState.Loading _ -> serviceStatus.setText(strings.text("setup.collection.asking"));
            case CollectionLoadState.Loaded loaded -> {
                theirUsers = number(loaded.info().users());
                theirFaces = number(loaded.info().faces());
                serviceStatus.setText(strings.text("setup.collection.as-of", time(loaded.at())));
                known.map(ours -> CollectionComparison.of(ours, loaded.info(), strings))
                        .ifPresent(this::say);
            }
            case CollectionLoadState.Failed failed -> {
                ProblemText words = strings.problem(failed.problem());
                foot.getChildren()
                        .setAll(new ProblemPane(
                                strings,
                                words,
                                String.join("\n", failed.problem().args())));
            }
        }
        String users = theirUsers;
        String faces = theirFaces;
        known.map(CollectionFacts::counts).ifPresent(ours -> show(ours, users, faces));
    }

    private void show(CollectionIndexStore.Counts ours, String theirUsers, String theirFaces) {
        people.show(number(ours.people()), "");
        users.show(number(ours.users()), theirUsers);
        faces.show(number(ours.faces()), theirFaces);
        photos.show(number(ours.photos()), "");
        associated.show(number(ours.associated()), "");
        notAssociated.show(number(ours.notAssociated()), "");
        refused.show(number(ours.refused()), "");
        onTheWay.show(number(ours.pending()), "");
    }

    private void say(CollectionComparison collectionComparison) {
        State state = collectionComparison.state();
        verdict.setText(collectionComparison.text());
        verdict.setGraphic(Icon.of(state.icon(), state.style()));
        foot.getChildren().setAll(verdict);
    }

    private String number(long number) {
        return strings.text("setup.collection.number", number);
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                .withLocale(strings.locale())
                .format(at.atZone(ZoneId.systemDefault()));
    }
}
