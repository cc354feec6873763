package io.vestibule.enrol.ui;

import io.vestibule.base.Problem;
import io.vestibule.ui.Command;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.FrameScheduler;
import io.vestibule.ui.KeyHint;
import io.vestibule.ui.PictureArea;
import io.vestibule.ui.ScreenView;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Banner;
import io.vestibule.ui.control.BannerSlot;
import io.vestibule.ui.control.Overlay;
import io.vestibule.ui.control.ProblemPane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The Enrol screen: photos on the left, the person on the right.
public final class EnrolView implements ScreenView {

    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final EnrolModel model;
    private final Strings strings;
    private final BannerSlot banners;
    private final Overlay overlay;
    private final FormPane form;
    private final AddPhotosPane addPhotosPane;
    private final PictureArea area;
    private final HBox root;
    private final Command save;
    private @Nullable AutoCloseable subscription;
    private Optional<Banner> hint = Optional.empty();
    private boolean asking;

    /// @param samples the offer to enrol sample people, shown in the drop zone
    /// @param area the picture area around the drop zone
    public EnrolView(
            EnrolModel model,
            Strings strings,
            FilePicker files,
            BannerSlot banners,
            Overlay overlay,
            SamplesOffer samples,
            PictureArea area) {
        this.model = model;
        this.strings = strings;
        this.banners = banners;
        this.overlay = overlay;
        this.area = area;
        this.form = new FormPane(
                model, strings, area::focus, () -> askPerson(model.form().question()));
        this.save = new Command(strings.text("enrol.save"), "mdi2c-check", model::save, Bindings.not(model.saving()));
        var left = new VBox(12);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        left.setPrefWidth(0);
        addPhotosPane = new AddPhotosPane(
                model,
                strings,
                area::focus,
                this::clear,
                () -> askPerson(model.addedPhotos().question()));
        root = new HBox(24, left, form.node());
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (SAVE.match(event)) {
                form.commitTyped();
                model.save();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE && !overlay.isOpen() && !area.cancel()) {
                clear();
            }
        });
        // The name can be typed before the nodes beside it are created.
        FrameScheduler.runAfter(FrameScheduler.DRAWN + 2, () -> {
            var drop = new DropZone(model, strings, files, samples);
            var pictures = area.wrap(drop.node(), drop::requestFocus);
            VBox.setVgrow(pictures, Priority.ALWAYS);
            left.getChildren().addAll(pictures, new StripPane(model, strings, this::pick).node());
            drop.listen(root);
        });
        model.setListeners(this::showProblems, () -> form.nameField().requestFocus());
        model.addPhotosRequest().subscribe(this::show);
        model.earlyDuplicate().subscribe(found -> found.ifPresentOrElse(this::showDuplicateHint, this::closeHint));
        model.duplicate().subscribe(found -> found.ifPresentOrElse(this::ask, this::closeQuestion));
        model.reviewQuestion().open().subscribe(asked -> asked.ifPresent(this::askReview));
        model.declined().subscribe(declined -> {
            if (declined
                    && !(model.photos().tiles().isEmpty()
                            && model.gate().waiting().isEmpty())) {
                dropPhotos();
            }
        });
    }

    /// Turns the screen to the person.
    private void askPerson(ConsentQuestion question) {
        var page = new AnswerPage(question, strings, () -> {
            overlay.close();
            if (model.permitted().get()) {
                area.focus();
            }
        });
        overlay.show(strings.text("enrol.consent"), page, page.first(), () -> {});
    }

    /// Shows the form for a new person, or the pane for an enrolled person.
    private void show(Optional<AddPhotosRequest> known) {
        known.ifPresent(addPhotosPane::show);
        root.getChildren().set(1, known.isPresent() ? addPhotosPane.node() : form.node());
        if (root.getScene() != null) {
            initialFocus().requestFocus();
            if (model.permitted().get()) {
                known.ifPresent(_ -> area.focus());
            }
        }
    }

    private void clear() {
        if (model.addPhotosRequest().get().isPresent()) {
            model.enrolNew();
        } else if (!model.isEmpty()) {
            var undo = model.clear();
            form.nameField().requestFocus();
            banners.show(Banner.undoable(strings.text("enrol.cleared"), undo));
        }
    }

    /// Removes the photos when the person declines photos; a banner offers undo, in case the click was a mistake.
    private void dropPhotos() {
        var undo = model.gate().dropPhotos();
        banners.show(Banner.undoable(strings.text("enrol.photos-dropped"), undo));
    }

    private void showProblems(List<Problem> problems) {
        var adding = model.addPhotosRequest().get().isPresent();
        (adding ? addPhotosPane.show(problems) : form.show(problems))
                .stream().findFirst().ifPresent(problem -> {
                    var words = strings.problem(problem);
                    var details = new Command(
                            strings.text("enrol.details"),
                            "mdi2i-information-outline",
                            () -> overlay.show(words.summary(), new ProblemPane(strings, words, problem.code())));
                    banners.show(Banner.problem(words, details));
                });
    }

    /// A hint without a dialog: photos may still be being taken, and Save asks in any case.
    private void showDuplicateHint(DuplicateCandidate seen) {
        var compare = new Command(
                strings.text("enrol.alike-compare"),
                "mdi2a-account-search-outline",
                () -> model.duplicate().set(Optional.of(seen)));
        var text = strings.text("enrol.alike", seen.match().person().name());
        hint = Optional.of(new Banner(Banner.Tone.LOOK, text, Optional.of(compare), Optional.empty()));
        hint.ifPresent(banners::show);
    }

    /// Nobody is similar any more, or the one who was similar is removed.
    private void closeHint() {
        if (hint.isPresent() && banners.showing().equals(hint)) {
            banners.close();
        }
        hint = Optional.empty();
    }

    private void closeQuestion() {
        if (asking) {
            overlay.close();
        }
    }

    private void ask(DuplicateCandidate duplicateCandidate) {
        var card = new DuplicateCard(
                strings,
                duplicateCandidate,
                model.form().name().get(),
                duplicateDecision -> {
                    overlay.close();
                    model.answer(duplicateCandidate.match().person(), duplicateDecision);
                },
                overlay::close);
        overlay.show(strings.text("enrol.duplicate"), card.node(), card.first(), () -> {
            asking = false;
            model.dismissDuplicate();
        });
        asking = true;
    }

    private void askReview(ReviewQuestion.Dates dates) {
        var card = new ReviewCard(
                strings,
                dates,
                () -> {
                    model.form().review.set(dates.deletion());
                    overlay.close();
                },
                () -> {
                    model.reviewQuestion().confirm();
                    overlay.close();
                    model.save();
                },
                overlay::close);
        overlay.show(strings.text("enrol.review-late"), card.node(), card.first(), model.reviewQuestion()::close);
    }

    private void pick(Tile tile) {
        tile.group().ifPresent(multipleFaces -> {
            var picker = new FacePicker(strings, multipleFaces, face -> {
                overlay.close();
                model.photos().pick(tile, face);
            });
            overlay.show(strings.text("enrol.pick"), picker.node(), picker.first(), () -> {});
        });
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public Optional<Command> primary() {
        return Optional.of(save);
    }

    @Override
    public List<KeyHint> keys() {
        var keys = new ArrayList<>(List.of(
                new KeyHint("Ctrl+Enter", strings.text("enrol.save")),
                new KeyHint("Enter", strings.text("enrol.key-consent")),
                new KeyHint("Ctrl+V", strings.text("enrol.key-paste")),
                new KeyHint("Esc", strings.text("enrol.clear"))));
        keys.addAll(area.keys());
        return keys;
    }

    @Override
    public void shown() {
        form.offerKinds();
        form.offerChecks();
        model.loadSites(form::offer);
        model.recentEnrolments().refresh();
        if (subscription == null) {
            // Also while another screen is shown: a person who is removed there must not stay on this one.
            subscription = model.port().onChange(model.recentEnrolments()::journalChanged);
        }
        area.shown();
    }

    @Override
    public void hidden() {
        area.hidden();
    }

    @Override
    public Node initialFocus() {
        return model.addPhotosRequest().get().isPresent() ? addPhotosPane.first() : form.nameField();
    }
}
