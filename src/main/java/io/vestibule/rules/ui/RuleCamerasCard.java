package io.vestibule.rules.ui;

import io.vestibule.people.Site;
import io.vestibule.rules.DraftProblem;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.VmsSnapshot;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Chips;
import io.vestibule.vms.Channel;
import io.vestibule.vms.ChannelGroup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The cameras of the rule, by site, and the events that trigger it.
final class RuleCamerasCard extends RuleCard {

    /// With fewer cameras there is nothing to search.
    private static final int SEARCHED_FROM = 8;

    private final BuilderModel model;
    private final Strings strings;
    private final VBox sites = new VBox(12);
    private final Chips<String> events;
    private final Label later;
    private final TextField search = new TextField();
    private final Label none;
    private boolean showing;

    /// @param cameras ids
    private record CameraGroup(String name, List<Long> cameras) {}

    RuleCamerasCard(BuilderModel model) {
        super(
                model.rules().strings(),
                DraftProblem.DraftSection.CAMERAS,
                "mdi2c-cctv",
                model.rules().strings().text("rules.where"));
        this.model = model;
        this.strings = model.rules().strings();
        this.events = Chips.multiple(List.of(), alias -> alias.replace('_', ' '));
        later = wrapped(strings.text("rules.cameras-later"), "quiet");
        events.setAccessibleText(strings.text("rules.events"));
        events.selected().addListener((ListChangeListener<String>) _ -> {
            if (!showing) {
                List<String> chosen = List.copyOf(events.selected());
                model.edit(draft -> draft.withEventAliases(chosen));
            }
        });
        Label label = new Label(strings.text("rules.events"));
        label.getStyleClass().add("field-label");
        search.setPromptText(strings.text("rules.find-camera"));
        search.setAccessibleText(strings.text("rules.find-camera"));
        search.textProperty().addListener(_ -> model.draft.get().ifPresent(draft -> show(draft, model.mayEdit())));
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                event.consume();
            }
        });
        none = wrapped(strings.text("rules.find-camera-none"), "quiet");
        content(search, sites, none, later, new VBox(8, label, events));
    }

    void show(RuleDraft draft, boolean editable) {
        showing = true;
        Optional<VmsSnapshot> snapshot = model.rules().picture();
        List<String> offered = Stream.concat(
                        snapshot.stream().flatMap(seen -> seen.aliases().stream()), draft.eventAliases().stream())
                .distinct()
                .toList();
        events.offer(offered);
        events.selected().setAll(draft.eventAliases());
        events.setDisable(!editable);
        List<VBox> boxes = new ArrayList<>();
        List<CameraGroup> all = groups(draft, snapshot);
        long cameras = all.stream().mapToLong(group -> group.cameras().size()).sum();
        hide(search, cameras < SEARCHED_FROM && search.getText().isEmpty());
        List<CameraGroup> matching =
                all.stream().flatMap(group -> matching(group).stream()).toList();
        hide(none, !matching.isEmpty() || all.isEmpty());
        matching.forEach(group -> boxes.add(group(group.name(), group.cameras(), draft, editable)));
        if (!updateInPlace(boxes)) {
            sites.getChildren().setAll(boxes);
        }
        later.setManaged(snapshot.isEmpty());
        later.setVisible(snapshot.isEmpty());
        showing = false;
    }

    /// Clears what was typed, when another rule is opened.
    void reset() {
        search.clear();
    }

    /// The cameras of a group whose names match the search text; all of them if the name of the group does.
    private Optional<CameraGroup> matching(CameraGroup group) {
        String text = search.getText().strip().toUpperCase(Locale.ROOT);
        if (group.name().toUpperCase(Locale.ROOT).contains(text)) {
            return Optional.of(group);
        }
        List<Long> cameras = group.cameras().stream()
                .filter(id -> cameraName(id).toUpperCase(Locale.ROOT).contains(text))
                .toList();
        return cameras.isEmpty() ? Optional.empty() : Optional.of(new CameraGroup(group.name(), cameras));
    }

    private String cameraName(long id) {
        return model.rules()
                .picture()
                .flatMap(seen -> seen.camera(id))
                .map(Channel::name)
                .orElseGet(() -> strings.text("rules.camera-number", String.valueOf(id)));
    }

    /// Where the same cameras are already shown, the existing check boxes are updated, so that focus and scroll
    /// position stay.
    private boolean updateInPlace(List<VBox> now) {
        List<CheckBox> old = sites.getChildren().stream()
                .filter(VBox.class::isInstance)
                .flatMap(group -> checks((VBox) group))
                .toList();
        List<CheckBox> next = now.stream().flatMap(RuleCamerasCard::checks).toList();
        if (old.isEmpty() || !words(old).equals(words(next))) {
            return false;
        }
        for (int i = 0; i < old.size(); i++) {
            old.get(i).setIndeterminate(next.get(i).isIndeterminate());
            old.get(i).setSelected(next.get(i).isSelected());
            old.get(i).setDisable(next.get(i).isDisable());
            old.get(i).setAccessibleText(next.get(i).getAccessibleText());
            old.get(i).setOnAction(next.get(i).getOnAction());
        }
        return true;
    }

    private static List<String> words(List<CheckBox> boxes) {
        return boxes.stream().map(box -> box.getId() + " " + box.getText()).toList();
    }

    private static Stream<CheckBox> checks(VBox group) {
        return Stream.concat(
                        group.getChildren().stream().limit(1),
                        ((FlowPane) group.getChildren().getLast()).getChildren().stream())
                .map(CheckBox.class::cast);
    }

    /// A camera that is in two groups is listed in the first.
    private List<CameraGroup> groups(RuleDraft draft, Optional<VmsSnapshot> snapshot) {
        List<CameraGroup> groups = new ArrayList<>();
        Set<Long> placed = new HashSet<>();
        snapshot.ifPresent(seen -> {
            for (ChannelGroup group : seen.groups()) {
                List<Long> cameras = group.cameraIds().stream()
                        .filter(id -> seen.camera(id).isPresent() && placed.add(id))
                        .toList();
                if (!cameras.isEmpty()) {
                    groups.add(new CameraGroup(name(group), cameras));
                }
            }
            List<Long> others =
                    seen.cameras().stream().map(Channel::id).filter(placed::add).toList();
            if (!others.isEmpty()) {
                groups.add(new CameraGroup(strings.text("rules.other-cameras"), others));
            }
        });
        List<Long> missing = draft.cameras().stream().filter(placed::add).toList();
        if (!missing.isEmpty()) {
            // Without a snapshot nothing is known about them.
            String heading = snapshot.isPresent() ? "rules.missing-cameras" : "rules.chosen-cameras";
            groups.add(new CameraGroup(strings.text(heading), missing));
        }
        return groups;
    }

    /// The local name of the site where it is linked to the group.
    private String name(ChannelGroup group) {
        return model.rules().sites().stream()
                .filter(site -> site.vmsSiteId().equals(Optional.of(group.link())))
                .map(Site::name)
                .findFirst()
                .orElseGet(() -> group.siteId()
                        .map(id -> strings.text("rules.vms-site", id))
                        .orElse(group.name()));
    }

    private VBox group(String name, List<Long> cameras, RuleDraft draft, boolean editable) {
        long on = cameras.stream().filter(draft.cameras()::contains).count();
        CheckBox all = new CheckBox(name);
        all.setId("group-" + name);
        all.getStyleClass().add("strong");
        all.setAllowIndeterminate(false);
        all.setIndeterminate(on > 0 && on < cameras.size());
        all.setSelected(on == cameras.size());
        all.setDisable(!editable);
        all.setAccessibleText(strings.text("rules.all-of-site", name, on, cameras.size()));
        all.setOnAction(event -> set(cameras, ((CheckBox) event.getSource()).isSelected()));
        FlowPane boxes = new FlowPane(16, 8);
        boxes.setPadding(new Insets(0, 0, 0, 28));
        cameras.forEach(camera -> boxes.getChildren().add(camera(camera, draft, editable)));
        return new VBox(8, all, boxes);
    }

    private CheckBox camera(long id, RuleDraft draft, boolean editable) {
        Optional<Channel> camera = model.rules().picture().flatMap(seen -> seen.camera(id));
        String name = cameraName(id);
        boolean offline =
                camera.filter(known -> known.state() == Channel.State.OFFLINE).isPresent();
        CheckBox box = new CheckBox(offline ? strings.text("rules.offline", name) : name);
        box.setId("camera-" + id);
        box.setSelected(draft.cameras().contains(id));
        box.setDisable(!editable);
        box.setOnAction(event -> set(List.of(id), ((CheckBox) event.getSource()).isSelected()));
        return box;
    }

    private void set(List<Long> cameras, boolean on) {
        model.edit(draft -> {
            List<Long> next = new ArrayList<>(draft.cameras());
            next.removeAll(cameras);
            if (on) {
                next.addAll(cameras);
            }
            return draft.withCameras(next);
        });
    }
}
