package io.vestibule.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.ui.FxTest;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/// The content on screens of every size.
class FitPaneTest extends FxTest {

    private final Region content = onFx(Region::new);
    private final FitPane pane = onFx(() -> new FitPane(content, 1000, 700));

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
}
