package io.vestibule.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

/// The window is on the screen as a whole, whatever the size of the screen and the place it had before.
class WindowBoundsFitTest {

    private static final Rectangle2D SCREEN = new Rectangle2D(0, 30, 1600, 970);

    @Test
    void aWindowThatFitsStaysWhereItWas() {
        var bounds = new WindowBounds(100, 50, 1280, 800, false);
        assertThat(bounds.within(SCREEN)).isEqualTo(bounds);
    }

    @Test
    void aTitleBarAboveTheScreenComesBack() {
        assertThat(new WindowBounds(100, -200, 1280, 800, true).within(SCREEN))
                .isEqualTo(new WindowBounds(100, 30, 1280, 800, true));
    }

    @Test
    void aWindowBesideTheScreenComesBack() {
        assertThat(new WindowBounds(1500, 900, 1280, 800, false).within(SCREEN))
                .isEqualTo(new WindowBounds(320, 200, 1280, 800, false));
    }

    @Test
    void aWindowLargerThanTheScreenBecomesSmaller() {
        assertThat(WindowBounds.DEFAULT.within(new Rectangle2D(0, 0, 800, 500)))
                .isEqualTo(new WindowBounds(0, 0, 800, 500, false));
    }

    @Test
    void aFirstWindowIsInTheCentre() {
        assertThat(WindowBounds.DEFAULT.within(SCREEN)).isEqualTo(new WindowBounds(160, 115, 1280, 800, false));
    }
}
