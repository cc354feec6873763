package io.vestibule.people.ui.detail;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.PersonKind;
import io.vestibule.people.ui.EnrolmentStatusMapper;
import io.vestibule.people.ui.PeoplePort;
import io.vestibule.people.ui.PersonActions;
import io.vestibule.people.ui.ThumbnailLoader;
import io.vestibule.ui.Command;
import io.vestibule.ui.ProblemText;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.FaceTile;
import io.vestibule.ui.control.StateBadge;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Details of one person. Nodes are updated in place, so that the focus stays where it is.
public final class PersonPane extends VBox implements PhotoTile.TileActions {

    private final PeoplePort port;
    private final PersonActions actions;
    private final ThumbnailLoader pictures;
    private final DetailCards cards;
    private final Strings strings;
    private final FaceTile face = new FaceTile(ThumbnailLoader.LARGE);
    private final Label name = wrapped("screen-title");
    private final StateBadge badge;
    private final Label problem = wrapped("quiet");
    private final FactGrid facts = new FactGrid();
    private final StackPane middle = new StackPane();
    private final Button edit;
    private final Button photos;
    private final Button document;
    private final Button renew;
    private final Button decide;
    private final Button retry;
    private final Button merge;
    private final Button remove;
    private final Button withdraw;
    private final Button handOver;
    private final FlowPane buttons;
    private final PhotoGroup look;
    private final PhotoGroup done;
    private final PhotoGroup way;
    private final FactGrid history = new FactGrid();
    private final VBox past;
    private final Map<PhotoId, PhotoTile> tiles = new HashMap<>();
    private Optional<PersonDetail> shown = Optional.empty();
    private Optional<PersonId> wanted = Optional.empty();
    private Optional<EditForm> form = Optional.empty();
    private Runnable back = () -> {};

    public PersonPane(
            PeoplePort port, PersonActions actions, ThumbnailLoader pictures, DetailCards cards, Strings strings) {
        super(24);
        this.port = port;
        this.actions = actions;
        this.pictures = pictures;
        this.cards = cards;
        this.strings = strings;
        setPadding(new Insets(0, 24, 24, 12));
        badge = new StateBadge(strings);
        edit = Buttons.of(new Command(strings.text("people.edit"), "mdi2p-pencil-outline", this::edit));
        photos = Buttons.of(new Command(
                strings.text("people.add-photos"),
                "mdi2c-camera-plus-outline",
                () -> ifCurrent(
                        (detail, id) -> port.takePhotos(id, detail.person().name(), Optional.empty()))));
        document = Buttons.of(new Command(
                strings.text("people.document"),
                "mdi2c-card-account-details-outline",
                () -> ifCurrent((detail, id) -> detail.face()
                        .ifPresent(photo ->
                                port.compareDocument(id, detail.person().name(), photo)))));
        renew = Buttons.of(new Command(strings.text("people.renew"), "mdi2c-calendar-refresh-outline", this::renew));
        decide = Buttons.primary(new Command(
                strings.text("people.decide"),
                "mdi2a-account-question-outline",
                () -> ifCurrent((_, id) -> port.resolveDuplicate(id))));
        retry = Buttons.of(new Command(
                strings.text("people.retry"),
                "mdi2r-refresh",
                () -> ifCurrent((detail, _) -> actions.retry(detail.person().id()))));
        merge = Buttons.of(new Command(
                strings.text("people.merge"),
                "mdi2s-source-merge",
                () -> ifCurrent((detail, _) -> cards.merge(detail))));
        remove = Buttons.of(new Command(
                strings.text("people.remove"),
                "mdi2d-delete-outline",
                () -> ifCurrent(
                        (detail, id) -> actions.remove(id, detail.person().name()))));
        withdraw = Buttons.of(new Command(
                strings.text("people.withdraw"),
                "mdi2h-hand-back-left-outline",
                () -> ifCurrent((detail, id) ->
                        actions.withdrawConsent(id, detail.person().name()))));
        withdraw.setTooltip(new Tooltip(strings.text("people.withdraw-means")));
        withdraw.setAccessibleHelp(strings.text("people.withdraw-means"));
        handOver = Buttons.of(new Command(
                strings.text("people.hand-over"),
                "mdi2a-account-arrow-right-outline",
                () -> ifCurrent((_, id) -> port.handOver(id))));
        handOver.setTooltip(new Tooltip(strings.text("people.hand-over-means")));
        handOver.setAccessibleHelp(strings.text("people.hand-over-means"));
        buttons = new FlowPane(8, 8, decide, edit, photos, document, renew, retry, merge, handOver, withdraw, remove);
        middle.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        middle.getChildren().setAll(facts);
        VBox about = new VBox(12, name, badge, problem, middle);
        HBox.setHgrow(about, Priority.ALWAYS);
        about.setMinWidth(0);
        HBox head = new HBox(24, face, about);
        look = new PhotoGroup(strings.text("people.photos-look"));
        done = new PhotoGroup(strings.text("people.photos-done"));
        way = new PhotoGroup(strings.text("people.photos-way"));
        Label title = new Label(strings.text("people.history"));
        title.getStyleClass().add("card-title");
        past = new VBox(12, title, history);
        getChildren().addAll(head, buttons, look, done, way, past);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /// @param run moves the focus back to the list
    public void setOnBack(Runnable run) {
        back = run;
    }

    /// Another person is selected: until they are shown, actions on the person who is still shown are disabled.
    public void select(Optional<PersonId> person) {
        wanted = person;
        if (form.isPresent()
                && !person.equals(shown.map(detail -> detail.person().id()))) {
            close();
        }
    }

    /// Another operator may be signed in, with other permissions.
    public void permissionsChanged() {
        shown.ifPresent(this::show);
    }

    public void focusFirst() {
        edit.requestFocus();
    }

    public void show(PersonDetail detail) {
        boolean same = shown.isPresent()
                && shown.get().person().id().equals(detail.person().id());
        shown = Optional.of(detail);
        wanted = Optional.of(detail.person().id());
        String who = detail.person().name();
        pictures.show(face, who, detail.face());
        set(name, who);
        badge.show(
                EnrolmentStatusMapper.toState(detail.status().state()),
                strings.constant("people.standing", detail.status().state()));
        set(problem, problemText(detail));
        facts.show(detail.facts());
        setShown(edit, port.may(Permission.ENROL));
        boolean agrees = detail.person().kind() != PersonKind.WATCH;
        setShown(photos, mayChangePhotos(detail));
        setShown(document, detail.face().isPresent() && port.may(Permission.ENROL) && port.comparesDocuments());
        setShown(renew, agrees && port.may(Permission.ENROL));
        setShown(decide, isPossibleDuplicate(detail) && port.may(Permission.ENROL));
        setShown(retry, waits(detail) && !isPossibleDuplicate(detail));
        setShown(merge, port.may(Permission.MANAGE_PEOPLE));
        setShown(withdraw, agrees && port.may(Permission.WITHDRAW_CONSENT));
        setShown(handOver, port.may(Permission.HAND_OVER_DATA));
        setShown(remove, port.may(Permission.REMOVE_PEOPLE));
        showPhotos(detail, same);
        history.show(detail.history());
        setShown(past, !detail.history().isEmpty());
    }

    /// Opens the form in place of the facts.
    public void edit() {
        ifCurrent((detail, id) -> {
            if (form.isPresent() || !port.may(Permission.ENROL)) {
                return;
            }
            EditForm made = new EditForm(
                    detail,
                    strings,
                    port::now,
                    typed -> actions.edit(id, typed, this::closed, this::refused),
                    this::closed);
            form = Optional.of(made);
            middle.getChildren().setAll(made);
            setShown(buttons, false);
            made.focusFirst();
        });
    }

    /// Opens the card that renews the person.
    public void renew() {
        ifCurrent((detail, _) -> {
            if (form.isEmpty() && renew.isVisible()) {
                cards.renew(detail);
            }
        });
    }

    private void refused(io.vestibule.base.Problem why) {
        form.ifPresent(open -> open.fail(why));
    }

    private void closed() {
        close();
        edit.requestFocus();
    }

    private void close() {
        form = Optional.empty();
        middle.getChildren().setAll(facts);
        setShown(buttons, true);
    }

    private void showPhotos(PersonDetail detail, boolean same) {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        boolean inside = same && owner != null && tiles.values().stream().anyMatch(PhotoTile::isFocusWithin);
        List<PhotoId> ids = detail.photos().stream().map(PersonPhoto::id).toList();
        tiles.keySet().retainAll(ids);
        for (PersonPhoto photo : detail.photos()) {
            tiles.computeIfAbsent(photo.id(), _ -> new PhotoTile(photo, strings, pictures, this))
                    .show(photo, detail.person().name());
        }
        Map<PhotoGroup, PersonPhoto.Group> groups =
                Map.of(look, PersonPhoto.Group.LOOK, done, PersonPhoto.Group.DONE, way, PersonPhoto.Group.WAY);
        groups.forEach((pane, group) -> pane.release(photos(detail, group), tiles));
        groups.forEach((pane, group) -> pane.show(photos(detail, group), tiles));
        if (inside && owner != null && !owner.isFocused()) {
            boolean there = owner.getScene() != null && owner.isVisible() && owner.isManaged();
            (there ? owner : edit).requestFocus();
        }
    }

    private static List<PersonPhoto> photos(PersonDetail detail, PersonPhoto.Group group) {
        return detail.photos().stream().filter(photo -> photo.group() == group).toList();
    }

    private String problemText(PersonDetail detail) {
        return detail.status()
                .problem()
                .map(strings::problem)
                .map(PersonPane::sentence)
                .or(() -> detail.personProblem().map(PersonDetail.PersonProblem::words))
                .orElse("");
    }

    private static String sentence(ProblemText words) {
        return words.summary() + " " + words.explanation() + " " + words.advice();
    }

    /// Whether the operator has to decide if this person was already enrolled.
    private static boolean isPossibleDuplicate(PersonDetail detail) {
        return detail.status()
                .problem()
                .filter(problem -> problem.code().equals("enrol.looks-enrolled"))
                .isPresent();
    }

    private static boolean waits(PersonDetail detail) {
        EnrolmentStatus.State state = detail.status().state();
        return state == EnrolmentStatus.State.WAITING
                || state == EnrolmentStatus.State.STUCK
                || detail.personProblem().isPresent();
    }

    /// Runs the action only if the person shown is the person selected.
    private void ifCurrent(BiConsumer<PersonDetail, PersonId> act) {
        shown.filter(detail -> wanted.equals(Optional.of(detail.person().id())))
                .ifPresent(detail -> act.accept(detail, detail.person().id()));
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && form.isEmpty()) {
            back.run();
            event.consume();
        } else if (event.getCode() == KeyCode.R && form.isEmpty() && !event.isShortcutDown()) {
            renew();
            event.consume();
        } else if (event.getCode() == KeyCode.F2) {
            edit();
            event.consume();
        }
    }

    @Override
    public void open(PersonPhoto photo) {
        ifCurrent((detail, _) -> port.showPhoto(detail.person().name(), photo.id()));
    }

    @Override
    public void openRepair(PersonPhoto photo) {
        ifCurrent((detail, _) -> cards.openRepair(detail, photo));
    }

    @Override
    public void move(PersonPhoto photo) {
        ifCurrent((detail, _) -> cards.move(detail, photo));
    }

    @Override
    public void remove(PersonPhoto photo) {
        ifCurrent((_, id) -> actions.removePhoto(photo.id(), id));
    }

    @Override
    public boolean mayMove() {
        return port.may(Permission.MANAGE_PEOPLE);
    }

    @Override
    public boolean mayRemove() {
        return shown.filter(this::mayChangePhotos).isPresent();
    }

    private boolean mayChangePhotos(PersonDetail detail) {
        boolean watch = detail.person().kind() == PersonKind.WATCH;
        return port.may(watch ? Permission.ENROL_WATCH : Permission.ENROL);
    }

    private static void set(Label label, String text) {
        label.setText(text);
        setShown(label, !text.isEmpty());
    }

    private static void setShown(Region node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static Label wrapped(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
