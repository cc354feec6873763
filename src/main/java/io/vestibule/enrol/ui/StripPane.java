package io.vestibule.enrol.ui;

import io.vestibule.ui.Strings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;

/// The photos of the draft, then the latest enrolments. Cards share the width, so that no gap is left at the end of a
/// row; a card keeps its node, and with it the focus, while others are added and removed.
final class StripPane {

    private static final double GAP = 12;
    private static final double CARD = 236;

    private final EnrolModel model;
    private final TileNode cards;
    private final Consumer<Tile> pick;
    private final FlowPane flow = new FlowPane(GAP, GAP);
    private final ScrollPane scroll;
    private final StackPane root;
    private final Map<Object, Region> nodes = new HashMap<>();
    private final Label empty;

    StripPane(EnrolModel model, Strings strings, Consumer<Tile> pick) {
        this.model = model;
        this.cards = new TileNode(strings);
        this.pick = pick;
        this.empty = new Label(strings.text("enrol.strip-empty"));
        empty.getStyleClass().add("quiet");
        empty.setWrapText(true);
        empty.setTextAlignment(TextAlignment.CENTER);
        var scroll = new ScrollPane(flow);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        flow.getStyleClass().add("enrol-strip");
        flow.widthProperty().subscribe(this::share);
        this.scroll = scroll;
        root = new StackPane(empty);
        root.setMinHeight(100);
        root.setPrefHeight(252);
        model.photos().tiles().addListener((ListChangeListener<Tile>) _ -> show());
        model.recentEnrolments().people().addListener((ListChangeListener<RecentEnrolment>) _ -> show());
        show();
    }

    Node node() {
        return root;
    }

    private void show() {
        var shown = new ArrayList<Region>();
        var known = new HashSet<Object>();
        for (var tile : model.photos().tiles()) {
            known.add(tile);
            shown.add(nodes.computeIfAbsent(
                    tile, _ -> cards.of(tile, () -> model.photos().remove(tile), () -> pick.accept(tile))));
        }
        for (var recentEnrolment : model.recentEnrolments().people()) {
            known.add(recentEnrolment);
            shown.add(nodes.computeIfAbsent(
                    recentEnrolment,
                    _ -> cards.of(
                            recentEnrolment,
                            () -> model.port().openRepair(recentEnrolment.person(), recentEnrolment.name()))));
        }
        nodes.keySet().retainAll(known);
        flow.getChildren().setAll(shown);
        empty.setVisible(shown.isEmpty());
        if (!shown.isEmpty() && scroll.getParent() == null) {
            root.getChildren().addFirst(scroll);
        }
        share();
    }

    private void share() {
        double width = flow.getWidth() - flow.snappedLeftInset() - flow.snappedRightInset();
        double columns = Math.max(1, Math.floor((width + GAP) / (CARD + GAP)));
        double each = Math.max(0, Math.floor((width - (columns - 1) * GAP) / columns) - 1);
        List.copyOf(nodes.values()).forEach(card -> {
            card.setPrefWidth(each);
            card.setMaxWidth(each);
        });
    }
}
