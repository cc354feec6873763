package io.vestibule.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.ui.FxTest;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;

/// The content on screens of every size.
class FitPaneTest extends FxTest {

    private final DoubleProperty zoom = new SimpleDoubleProperty(1);
    private final Button last = onFx(() -> new Button("Last"));
    private final Pane content = onFx(Pane::new);
    private final FitPane pane = onFx(() -> new FitPane(content, 1000, 700, zoom));

    private void layOut(double width, double height) {
        doOnFx(() -> {
            pane.resize(width, height);
            pane.layout();
        });
    }

    @Test
    void onASmallScreenEverythingIsShownSmaller() {
        layOut(800, 450);
        assertThat(content.getWidth()).isGreaterThanOrEqualTo(960);
        assertThat(content.getHeight()).isGreaterThanOrEqualTo(639);
        assertThat(content.getBoundsInParent().getWidth()).isLessThanOrEqualTo(800.5);
        assertThat(content.getBoundsInParent().getHeight()).isLessThanOrEqualTo(450.5);
    }

    @Test
    void otherwiseItHasItsOwnSize() {
        layOut(1280, 760);
        assertThat(content.getWidth()).isEqualTo(1280);
        assertThat(content.getBoundsInParent().getWidth()).isEqualTo(1280);
    }

    @Test
    void aLargerTextSizeEnlargesEverything() {
        zoom.set(1.25);
        layOut(1600, 1000);
        assertThat(content.getWidth()).isEqualTo(1280);
        assertThat(content.getHeight()).isEqualTo(800);
        assertThat(content.getBoundsInParent().getWidth()).isEqualTo(1600);
        assertThat(bars()).isZero();
    }

    @Test
    void whatDoesNotFitIsScrolledToWithTheFocus() {
        zoom.set(2);
        doOnFx(() -> {
            new Scene(pane, 1366, 768);
            content.getChildren().setAll(new Button("First"), last);
            last.relocate(780, 520);
        });
        layOut(1366, 768);
        assertThat(bars()).isEqualTo(2);
        assertThat(content.getWidth()).isGreaterThanOrEqualTo(840);
        assertThat(content.getHeight()).isGreaterThanOrEqualTo(560);

        doOnFx(last::requestFocus);
        layOut(1366, 768);
        Bounds shown = onFx(() -> pane.sceneToLocal(last.localToScene(last.getLayoutBounds())));
        assertThat(shown.getMinX()).isNotNegative();
        assertThat(shown.getMaxX()).isLessThanOrEqualTo(1366);
        assertThat(shown.getMinY()).isNotNegative();
        assertThat(shown.getMaxY()).isLessThanOrEqualTo(768);

        zoom.set(1);
        layOut(1366, 768);
        assertThat(bars()).isZero();
        assertThat(content.getLayoutX()).isZero();
    }

    private long bars() {
        return onFx(() -> pane.getChildrenUnmodifiable().stream()
                .filter(child -> child instanceof ScrollBar && child.isVisible())
                .count());
    }
}
