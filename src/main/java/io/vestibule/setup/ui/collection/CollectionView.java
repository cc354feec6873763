package io.vestibule.setup.ui.collection;

import io.vestibule.doctor.ui.DoctorCard;
import io.vestibule.doctor.ui.DoctorModel;
import io.vestibule.doctor.ui.DoctorView;
import io.vestibule.doctor.ui.SelfTestCard;
import io.vestibule.doctor.ui.SelfTestModel;
import io.vestibule.doctor.ui.SelfTestView;
import io.vestibule.ui.KeyHint;
import io.vestibule.ui.ScreenView;
import io.vestibule.ui.Strings;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Cards in one column, or two where there is room for them; the list of discrepancies and the page of
/// the self-test open in their place.
public final class CollectionView implements ScreenView {

    private static final double TWO_COLUMNS = 840;
    private static final double ONE_COLUMN = 880;

    private final CollectionModel model;
    private final Strings strings;
    private final IdentityCard identity;
    private final CountsCard counts;
    private final PriceCard price;
    private final VBox left = new VBox(16);
    private final VBox right = new VBox(16);
    private final DoctorModel doctor;
    private final DoctorCard comparison;
    private final DoctorView discrepancies;
    private final SelfTestModel test;
    private final SelfTestCard testCard;
    private final SelfTestView testPage;
    private final ScrollPane cards;
    private final StackPane root = new StackPane();

    public CollectionView(CollectionModel model, DoctorModel doctor, SelfTestModel test, Strings strings) {
        this.model = model;
        this.doctor = doctor;
        this.comparison = new DoctorCard(doctor, this::openDiscrepancies);
        this.discrepancies = new DoctorView(doctor, this::closeDiscrepancies);
        this.test = test;
        this.testCard = new SelfTestCard(test, this::openTest);
        this.testPage = new SelfTestView(test, this::closeTest);
        this.strings = strings;
        identity = new IdentityCard(model, strings);
        counts = new CountsCard(model, strings);
        price = new PriceCard(model, strings);
        HBox columns = new HBox(16, left, right);
        columns.setPadding(new Insets(0, 12, 24, 0));
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        cards = new ScrollPane(columns);
        cards.setFitToWidth(true);
        cards.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        cards.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F5) {
                model.refresh();
                event.consume();
            }
        });
        cards.widthProperty().map(width -> width.doubleValue() >= TWO_COLUMNS).subscribe(this::arrange);
        root.getChildren().setAll(cards);
    }

    private void openDiscrepancies() {
        root.getChildren().setAll(discrepancies.node());
        discrepancies.initialFocus().requestFocus();
    }

    private void closeDiscrepancies() {
        root.getChildren().setAll(cards);
        comparison.opener().requestFocus();
    }

    private void openTest() {
        root.getChildren().setAll(testPage.node());
        testPage.initialFocus().requestFocus();
    }

    private void closeTest() {
        root.getChildren().setAll(cards);
        testCard.opener().requestFocus();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        model.start();
        doctor.start();
        test.start();
    }

    @Override
    public void hidden() {
        model.stop();
        doctor.stop();
    }

    @Override
    public Node initialFocus() {
        if (root.getChildren().contains(cards)) {
            return identity.first();
        }
        return root.getChildren().contains(testPage.node()) ? testPage.initialFocus() : discrepancies.initialFocus();
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(new KeyHint("F5", strings.text("setup.collection.refresh")));
    }

    private void arrange(boolean wide) {
        left.getChildren().clear();
        right.getChildren().clear();
        left.getChildren().addAll(identity, counts);
        if (wide) {
            left.getChildren().add(testCard);
            right.getChildren().addAll(comparison, price);
        } else {
            left.getChildren().addAll(comparison, testCard, price);
        }
        right.setVisible(wide);
        right.setManaged(wide);
        left.setMaxWidth(wide ? Double.MAX_VALUE : ONE_COLUMN);
        left.setPrefWidth(wide ? 600 : ONE_COLUMN);
        right.setPrefWidth(440);
    }
}
