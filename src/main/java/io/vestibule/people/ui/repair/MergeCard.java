package io.vestibule.people.ui.repair;

import io.vestibule.people.ui.ThumbnailLoader;
import io.vestibule.people.ui.detail.PersonDetail;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Chips;
import io.vestibule.ui.control.FaceTile;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Shows two people side by side who are to be merged; the operator chooses which of the two stays.
public final class MergeCard extends VBox {

    private static final double COLUMN = 240;

    private final Strings strings;
    private final ThumbnailLoader pictures;
    private final Button merge;

    /// @param stays who stays unless the other one is kept longer or the operator chooses otherwise
    /// @param merged receives who is merged, then who stays
    public MergeCard(
            PersonDetail stays,
            PersonDetail other,
            Strings strings,
            ThumbnailLoader pictures,
            BiConsumer<PersonDetail, PersonDetail> merged,
            Runnable cancel) {
        super(16);
        this.strings = strings;
        this.pictures = pictures;
        Chips<PersonDetail> keep = Chips.single(
                List.of(stays, other),
                one -> strings.text("people.merge-keep", one.person().name()));
        keep.selected().setAll(lasting(stays, other));
        Label sentence = new Label();
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.setMaxWidth(COLUMN * 2 + 24);
        Runnable say = () -> {
            PersonDetail kept = keep.selected().getFirst();
            PersonDetail gone = kept.equals(stays) ? other : stays;
            sentence.setText(strings.text(
                    "people.merge-sentence", gone.person().name(), kept.person().name()));
        };
        keep.selected().addListener((ListChangeListener<PersonDetail>) _ -> {
            if (!keep.selected().isEmpty()) {
                say.run();
            }
        });
        say.run();
        merge = Buttons.primary(new Command(strings.text("people.merge-do"), "mdi2s-source-merge", () -> {
            PersonDetail kept = keep.selected().getFirst();
            merged.accept(kept.equals(stays) ? other : stays, kept);
        }));
        HBox buttons = new HBox(8, merge, Buttons.of(new Command(strings.text("people.cancel"), "", cancel)));
        getChildren().setAll(new HBox(24, column(stays), column(other)), keep, sentence, buttons);
    }

    /// Control that receives the initial focus.
    public Node first() {
        return merge;
    }

    /// The one who is kept longer, so that a merge does not shorten anything; the first of equals.
    private static PersonDetail lasting(PersonDetail stays, PersonDetail other) {
        Instant first = stays.person().expires().orElse(Instant.MAX);
        Instant second = other.person().expires().orElse(Instant.MAX);
        return second.isAfter(first) ? other : stays;
    }

    private String date(Instant end) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(strings.locale())
                .format(end.atZone(ZoneId.systemDefault()));
    }

    private VBox column(PersonDetail detail) {
        String name = detail.person().name();
        FaceTile face = new FaceTile(ThumbnailLoader.LARGE);
        pictures.show(face, name, detail.face());
        Label title = new Label(name);
        title.getStyleClass().add("card-title");
        title.setWrapText(true);
        Label about = new Label(strings.text(
                "people.merge-about",
                strings.constant("people.kind", detail.person().kind()),
                detail.photos().size()));
        about.getStyleClass().add("quiet");
        FlowPane others = new FlowPane(8, 8);
        others.setPrefWrapLength(COLUMN);
        detail.photos().stream()
                .filter(photo -> !Optional.of(photo.id()).equals(detail.face()))
                .limit(3)
                .forEach(photo -> {
                    FaceTile small = new FaceTile(ThumbnailLoader.SMALL);
                    pictures.show(small, name, Optional.of(photo.id()));
                    others.getChildren().add(small);
                });
        Label until = new Label(detail.person()
                .expires()
                .map(end -> strings.text("people.merge-until", date(end)))
                .orElse(strings.text("people.expires-never")));
        until.getStyleClass().add("quiet");
        VBox column = new VBox(8, face, title, about, until, others);
        column.setPrefWidth(COLUMN);
        return column;
    }
}
