package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.base.Problem;
import io.vestibule.enrol.ui.EngineFormatter;
import io.vestibule.inspect.InspectionKind;
import io.vestibule.inspect.ui.BadgeCard;
import io.vestibule.inspect.ui.DocumentCard;
import io.vestibule.inspect.ui.DocumentCard.Subject;
import io.vestibule.inspect.ui.PhotoViewer;
import io.vestibule.inspect.ui.ViewerModel;
import io.vestibule.journal.PriceList;
import io.vestibule.photo.Pixels;
import io.vestibule.privacy.AuditAction;
import io.vestibule.ui.StillView;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Cards about single photos, opened over the current screen. FX thread.
final class PhotoDialogs {

    private final Application application;
    private final ScreenContext screenContext;
    private final Consumer<Problem> onProblem;
    private final Supplier<Optional<StillView<Pixels>>> camera;

    /// @param camera the console's camera, for screens that do not use it themselves
    PhotoDialogs(
            Application application,
            ScreenContext screenContext,
            Consumer<Problem> onProblem,
            Supplier<Optional<StillView<Pixels>>> camera) {
        this.camera = camera;
        this.application = application;
        this.screenContext = screenContext;
        this.onProblem = onProblem;
    }

    boolean comparesDocuments() {
        return application.inspect().documents().isEnabled();
    }

    boolean readsBadges() {
        return application.inspect().badges().isEnabled();
    }

    /// Shows a stored photo enlarged.
    void showPhoto(String name, PhotoId photo) {
        loadOriginal(photo, bytes -> {
            var model = new ViewerModel(application.inspect().checks(), bytes, photo.toString(), screenContext.work());
            var viewer = new PhotoViewer(model, name, figures(), this::price, screenContext.strings());
            screenContext.overlay().show(name, viewer, viewer.first(), () -> {});
        });
    }

    /// Compares an identity document with a stored photo.
    void compareDocument(PersonId person, String name, PhotoId photo) {
        loadOriginal(photo, bytes -> compare(new Subject(person.toString(), name, bytes), camera));
    }

    /// Compares an identity document with a photo of a person who is not saved yet. The caller is using the camera.
    void compareDocument(String name, byte[] photo) {
        compare(new Subject("", name, photo), Optional::empty);
    }

    private void compare(Subject subject, Supplier<Optional<StillView<Pixels>>> still) {
        var words = screenContext.strings();
        var card = new DocumentCard(
                application.inspect().documents(),
                subject,
                new DocumentCard.Parts(
                        screenContext.work(),
                        screenContext.files(),
                        figures(),
                        engine -> EngineFormatter.format(words, engine),
                        price(InspectionKind.COMPARE),
                        still),
                words);
        screenContext.overlay().show(words.text("inspect.document-title"), card, card.first(), () -> {});
    }

    /// Reads a name from a badge.
    void readBadge(Consumer<String> read) {
        var card = new BadgeCard(
                application.inspect().badges(),
                new BadgeCard.Parts(screenContext.work(), screenContext.files(), price(InspectionKind.TEXT)),
                screenContext.strings(),
                name -> {
                    screenContext.overlay().close();
                    read.accept(name);
                });
        screenContext.overlay().show(screenContext.strings().text("inspect.badge-title"), card, card.first(), () -> {});
    }

    private boolean figures() {
        return application.storage().session().may(Permission.SEE_FIGURES);
    }

    /// Empty where the call is free of charge.
    private String price(InspectionKind inspectionKind) {
        return application.engine().charged()
                ? screenContext
                        .strings()
                        .text(
                                "app.checks.price",
                                PriceList.call(inspectionKind.operation().apiName()))
                : "";
    }

    /// No photo is shown without an entry.
    private void loadOriginal(PhotoId photo, Consumer<byte[]> show) {
        screenContext
                .work()
                .runUnlisted(
                        () -> {
                            application.storage().log().append(AuditAction.PHOTO_VIEWED.code(), photo.toString());
                            return application.inspect().fetchOriginal(photo);
                        },
                        bytes -> bytes.ifPresentOrElse(show, () -> onProblem.accept(Problem.of("app.photo-not-there"))),
                        onProblem);
    }
}
