package io.vestibule.ui.control;

import atlantafx.base.theme.Styles;
import io.vestibule.ui.Command;
import io.vestibule.ui.Motion;
import io.vestibule.ui.Strings;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The area where banners slide in, beside the title of the screen: always as high as one banner of two lines, so
/// that nothing moves when one appears. A new banner replaces the current one; a notice about something that the
/// operator did not do waits until there is none, so that it takes away no Undo. Banners stay while the mouse or the
/// focus is on them, problems until they are closed.
public final class BannerSlot extends StackPane {

    private static final Duration STAY = Duration.seconds(6);
    private static final Duration STAY_FOR_UNDO = Duration.seconds(10);
    private static final double HEIGHT = 40;

    private final Strings strings;
    private final PauseTransition stay = new PauseTransition();
    private final Deque<Banner> waiting = new ArrayDeque<>();
    private @Nullable Banner showing;
    private long shownAt;

    public BannerSlot(Strings strings) {
        this.strings = strings;
        getStyleClass().add("banner-slot");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMinWidth(0);
        setPrefWidth(0);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.setHeight(HEIGHT);
        setClip(clip);
        stay.setOnFinished(_ -> close());
        hoverProperty().subscribe(_ -> hold());
        focusWithinProperty().subscribe(_ -> hold());
    }

    public void show(Banner banner) {
        stay.stop();
        showing = banner;
        shownAt = System.nanoTime();
        HBox bar = bar(banner);
        getChildren().setAll(bar);
        Motion.slideIn(bar, HEIGHT / 4);
        if (banner.tone() != Banner.Tone.PROBLEM) {
            stay.setDuration(banner.undo().isPresent() ? STAY_FOR_UNDO : STAY);
            hold();
        }
    }

    /// Shows a banner about something that the operator did not do, as soon as no other one is shown.
    public void showNotice(Banner banner) {
        if (showing == null) {
            show(banner);
        } else if (!banner.equals(showing) && !waiting.contains(banner)) {
            waiting.add(banner);
        }
    }

    public Optional<Banner> showing() {
        return Optional.ofNullable(showing);
    }

    /// Whether the current banner offers to undo something that was done after this time of [System#nanoTime()].
    public boolean isUndoableSince(long nanos) {
        return showing().flatMap(Banner::undo).isPresent() && shownAt - nanos > 0;
    }

    /// Runs the Undo of the current banner.
    ///
    /// @return false if there is nothing to undo
    public boolean undo() {
        Optional<Runnable> undo = showing().flatMap(Banner::undo);
        undo.ifPresent(run -> {
            close();
            run.run();
        });
        return undo.isPresent();
    }

    /// Closes the current banner; then a notice that waits is shown.
    public void close() {
        stay.stop();
        showing = null;
        getChildren().clear();
        Optional.ofNullable(waiting.poll()).ifPresent(this::show);
    }

    /// Closes the current banner and drops the notices that wait: they are not for the next operator or company.
    public void clear() {
        waiting.clear();
        close();
    }

    /// Whether the banner goes when its time is over: not while the pointer or the focus is on it.
    boolean isClosing() {
        return stay.getStatus() == Animation.Status.RUNNING;
    }

    private void hold() {
        if (showing == null || showing.tone() == Banner.Tone.PROBLEM) {
            return;
        }
        if (isHover() || isFocusWithin()) {
            stay.stop();
        } else {
            stay.playFromStart();
        }
    }

    private HBox bar(Banner banner) {
        Label text = new Label(banner.text());
        text.setGraphic(Icon.of(banner.tone().icon()));
        text.getStyleClass().add("banner-text");
        text.setTooltip(new Tooltip(banner.text()));
        text.setWrapText(true);
        text.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(text, gap);
        bar.setAccessibleRole(AccessibleRole.PARENT);
        bar.setAccessibleText(banner.text());
        bar.getStyleClass().addAll("banner", "banner-" + banner.tone().name().toLowerCase(Locale.ROOT));
        banner.action().ifPresent(action -> bar.getChildren().add(action(action, banner.text())));
        banner.undo()
                .ifPresent(_ -> bar.getChildren()
                        .add(action(new Command(strings.text("ui.undo"), "mdi2u-undo", this::undo), banner.text())));
        Button close = new Button(null, Icon.of("mdi2c-close"));
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "banner-button");
        close.setAccessibleText(strings.text("ui.close"));
        close.setOnAction(_ -> close());
        bar.getChildren().add(close);
        return bar;
    }

    private static Button action(Command command, String about) {
        Button button = new Button(command.text());
        button.getStyleClass().addAll(Styles.FLAT, "banner-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleHelp(about);
        button.setOnAction(_ -> command.run().run());
        return button;
    }
}
