package io.vestibule.setup.ui.collection;

import io.vestibule.journal.PriceList;
import io.vestibule.setup.CollectionFacts;
import io.vestibule.ui.Strings;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What storing the collection costs a month at Amazon, and this month's calls so far.
final class PriceCard extends VBox {

    /// The smallest amount that four decimal places can show.
    private static final BigDecimal LEAST = new BigDecimal("0.0001");

    private final Strings strings;
    private final Label sentence = wrapped("quiet");
    private final Table.Row faces;
    private final Table.Row users;
    private final Table.Row photos;
    private final Table.Row total;
    private final Table.Row calls;

    PriceCard(CollectionModel model, Strings strings) {
        this.strings = strings;
        getStyleClass().add("card-pane");
        Label title = new Label(strings.text("setup.collection.cost"));
        title.getStyleClass().add("card-title");
        Table table = new Table(2);
        table.head(strings.text("setup.collection.amount"), strings.text("setup.collection.dollars-head"));
        faces = table.row(strings.text("setup.collection.cost-faces"), "quiet");
        users = table.row(strings.text("setup.collection.cost-users"), "quiet");
        photos = table.row(strings.text("setup.collection.cost-photos"), "quiet");
        total = table.row(strings.text("setup.collection.cost-total"), "strong");
        calls = table.row(strings.text("setup.collection.cost-calls"), "quiet");
        Label source = wrapped("hint");
        source.setText(strings.text(
                "setup.collection.price-source",
                PriceList.REGION,
                PriceList.REKOGNITION,
                PriceList.S3,
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(strings.locale())
                        .format(PriceList.AS_OF)));
        getChildren().addAll(title, sentence, table, source);
        model.facts().subscribe(known -> known.ifPresent(this::show));
    }

    private void show(CollectionFacts now) {
        sentence.setText(strings.text(now.charged() ? "setup.collection.charged" : "setup.collection.not-charged"));
        faces.show(number(now.counts().faces()), dollars(now.facesMonth()));
        users.show(number(now.counts().users()), dollars(now.usersMonth()));
        photos.show(
                strings.text("setup.collection.megabytes", now.photoBytes() / (1024.0 * 1024)),
                dollars(now.photosMonth()));
        total.show("", dollars(now.storageMonth()));
        String month = now.month().getMonth().getDisplayName(TextStyle.FULL_STANDALONE, strings.locale());
        calls.show(strings.text("setup.collection.calls", now.calls(), month), dollars(now.callCost()));
    }

    private String number(long number) {
        return strings.text("setup.collection.number", number);
    }

    private String dollars(BigDecimal amount) {
        return amount.signum() > 0 && amount.compareTo(LEAST) < 0
                ? strings.text("setup.collection.dollars-less", LEAST)
                : strings.text("setup.collection.dollars", amount);
    }

    private static Label wrapped(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
