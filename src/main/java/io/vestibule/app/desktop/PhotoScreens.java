package io.vestibule.app.desktop;

import io.vestibule.app.wiring.House;
import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.base.Problem;
import io.vestibule.enrol.ui.ReasonWords;
import io.vestibule.inspect.Check;
import io.vestibule.inspect.ui.BadgeCard;
import io.vestibule.inspect.ui.DocumentCard;
import io.vestibule.inspect.ui.DocumentCard.Subject;
import io.vestibule.inspect.ui.PhotoViewer;
import io.vestibule.inspect.ui.ViewerModel;
import io.vestibule.journal.PriceList;
import io.vestibule.photo.Pixels;
import io.vestibule.ui.StillView;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Cards about single photos, opened over whatever screen is shown. FX thread.
final class PhotoScreens {

    private final House house;
    private final Furniture furniture;
    private final Consumer<Problem> tell;
    private final Supplier<Optional<StillView<Pixels>>> camera;

    /// @param camera of this desk, for screens that do not use it themselves
    PhotoScreens(
            House house, Furniture furniture, Consumer<Problem> tell, Supplier<Optional<StillView<Pixels>>> camera) {
        this.camera = camera;
        this.house = house;
        this.furniture = furniture;
        this.tell = tell;
    }

    boolean comparesDocuments() {
        return house.inspect().documents().isOn();
    }

    boolean readsBadges() {
        return house.inspect().badges().isOn();
    }

    /// Shows a kept photo large.
    void look(String name, PhotoId photo) {
        original(photo, bytes -> {
            var model = new ViewerModel(house.inspect().checks(), bytes, photo.toString(), furniture.work());
            var viewer = new PhotoViewer(model, name, figures(), this::price, furniture.strings());
            furniture.overlay().show(name, viewer, viewer.first(), () -> {});
        });
    }

    /// Holds a document beside a kept photo.
    void compareDocument(PersonId person, String name, PhotoId photo) {
        original(photo, bytes -> compare(new Subject(person.toString(), name, bytes), camera));
    }

    /// Holds a document beside a photo of somebody who is not saved yet. The camera is in use there.
    void compareDocument(String name, byte[] photo) {
        compare(new Subject("", name, photo), Optional::empty);
    }

    private void compare(Subject subject, Supplier<Optional<StillView<Pixels>>> still) {
        var words = furniture.strings();
        var card = new DocumentCard(
                house.inspect().documents(),
                subject,
                new DocumentCard.Parts(
                        furniture.work(),
                        furniture.files(),
                        figures(),
                        engine -> ReasonWords.engine(words, engine),
                        price(Check.COMPARE),
                        still),
                words);
        furniture.overlay().show(words.text("inspect.document-title"), card, card.first(), () -> {});
    }

    /// Reads a name off a badge.
    void readBadge(Consumer<String> read) {
        var card = new BadgeCard(
                house.inspect().badges(),
                new BadgeCard.Parts(furniture.work(), furniture.files(), price(Check.TEXT)),
                furniture.strings(),
                name -> {
                    furniture.overlay().close();
                    read.accept(name);
                });
        furniture.overlay().show(furniture.strings().text("inspect.badge-title"), card, card.first(), () -> {});
    }

    private boolean figures() {
        return house.cellar().session().may(Permission.SEE_FIGURES);
    }

    /// Empty where it costs nothing.
    private String price(Check check) {
        return house.engine().charged()
                ? furniture
                        .strings()
                        .text(
                                "app.checks.price",
                                PriceList.call(check.operation().spelling()))
                : "";
    }

    private void original(PhotoId photo, Consumer<byte[]> show) {
        furniture
                .work()
                .quietly(
                        () -> house.inspect().original(photo),
                        bytes -> bytes.ifPresentOrElse(show, () -> tell.accept(Problem.of("app.photo-not-there"))),
                        tell);
    }
}
