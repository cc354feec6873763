package io.vestibule.people.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.PersonKind;
import io.vestibule.people.change.PersonRuleReferences;
import io.vestibule.ui.Theme;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class PeopleViewTest extends PeopleScreen {

    @Test
    void searchIgnoresCaseAndAccents() {
        doOnFx(() -> model.typed.set("CHLOE"));
        until(() -> names().equals(java.util.List.of("Chloé Martin")));
        doOnFx(() -> model.typed.set("vog"));
        until(() -> names().equals(java.util.List.of("Lena Vogel")));
    }

    @Test
    void filtersByKindSiteAndStatusAreCombined() {
        doOnFx(() -> model.kind.set(Optional.of(PersonKind.EMPLOYEE)));
        until(() -> names().size() == 4);
        doOnFx(() -> model.site.set(Optional.of(desk.lobby)));
        until(() -> names().equals(java.util.List.of("Chloé Martin", "Ivan Horvat")));
        doOnFx(() -> model.group.set(Optional.of(EnrolmentStatus.Group.ATTENTION)));
        until(() -> model.list.isEmpty());
        doOnFx(model::clearFilters);
        until(() -> names().size() == 12);
        doOnFx(() -> model.group.set(Optional.of(EnrolmentStatus.Group.ATTENTION)));
        until(() -> names().equals(java.util.List.of("Ana Silva")));
    }

    @Test
    void theDownKeyWaitsForWhatWasTypedAndChoosesNobodyElse() {
        doOnFx(() -> {
            var field = lookup("#people-search").queryAs(TextField.class);
            field.requestFocus();
            field.setText("vog");
            Event.fireEvent(
                    field, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, false, false));
        });
        until(() -> shows("Lena Vogel"));
        assertThat(focused()).isInstanceOf(ListView.class);
        assertThat(desk.viewed).hasSize(1);
    }

    @Test
    void whoIsNotFoundIsNotShownBesideThoseWhoAre() {
        push(KeyCode.HOME);
        until(() -> shows("Ana Silva"));
        doOnFx(() -> model.typed.set("vog"));
        until(() -> names().equals(java.util.List.of("Lena Vogel")));
        assertThat(onFx(model.selected::get)).isEmpty();
        assertThat(onFx(() -> shows("Ana Silva"))).isFalse();
    }

    @Test
    void theNewestAreFirstWhereThatIsChosenAndASearchHasTheBestMatchFirst() {
        MenuButton order = onFx(() -> lookup(".filter-menu").queryAllAs(MenuButton.class).stream()
                .filter(menu -> menu.getText().equals("Sorting"))
                .findFirst()
                .orElseThrow());
        var byName = names();
        doOnFx(order::requestFocus);
        for (var key : java.util.List.of(KeyCode.SPACE, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER)) {
            push(key);
        }
        until(() -> !names().equals(byName) && names().size() == 12);
        assertThat(onFx(order::getText)).isEqualTo("Newest first");
        var added = onFx(() -> model.list.stream()
                .map(line -> line.row().orElseThrow().added())
                .toList());
        assertThat(added).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        doOnFx(() -> model.typed.set("vog"));
        until(() -> names().equals(java.util.List.of("Lena Vogel")));
        assertThat(onFx(order::isDisabled)).isTrue();
    }

    @Test
    void aLookAtAPersonIsReportedOnceHoweverOftenTheDetailsAreReadAgain() {
        push(KeyCode.HOME);
        until(() -> shows("Ana Silva"));
        doOnFx(() -> desk.listeners.forEach(Runnable::run));
        doOnFx(() -> model.typed.set("vog"));
        until(() -> names().equals(java.util.List.of("Lena Vogel")));
        push(KeyCode.HOME);
        until(() -> shows("Lena Vogel"));
        assertThat(desk.viewed).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void theWholeScreenIsReachableByKeyboard() {
        doOnFx(() -> lookup(".text-input").queryAs(TextField.class).requestFocus());
        write("el");
        until(() -> names().equals(java.util.List.of("Elif Kaya")));
        push(KeyCode.DOWN);
        until(() -> shows("Elif Kaya"));
        assertThat(focused()).isInstanceOf(ListView.class);
        push(KeyCode.ENTER);
        assertThat(focused())
                .hasToString(onFx(() -> find(button -> "Edit".equals(button.getText())))
                        .orElseThrow()
                        .toString());
        push(KeyCode.ESCAPE);
        assertThat(focused()).isInstanceOf(ListView.class);
    }

    @Test
    void deleteHidesThePersonAtOnceAndUndoRestoresThem() {
        push(KeyCode.HOME);
        until(() -> shows("Ana Silva"));
        push(KeyCode.DELETE);
        until(() -> names().size() == 11 && !names().contains("Ana Silva"));
        assertThat(focused()).isNotNull();
        doOnFx(() -> desk.banners.getLast().undo().orElseThrow().run());
        until(() -> names().contains("Ana Silva") && shows("Ana Silva"));
    }

    @Test
    void aPersonReferencedByRulesIsRemovedWithACascadeByKeyboard() {
        var ana = desk.peopleStores
                .persons()
                .search(PeoplePortFixture.ACME, "Ana Silva", 1)
                .getFirst();
        desk.use.named.put(
                ana.id(),
                java.util.List.of(
                        new PersonRuleReferences.RuleReference(
                                "Guests at the gate", PersonRuleReferences.RuleOrigin.SENT, false),
                        new PersonRuleReferences.RuleReference(
                                "Only Ana", PersonRuleReferences.RuleOrigin.DRAFT, true)));
        push(KeyCode.HOME);
        until(() -> shows("Ana Silva"));
        push(KeyCode.DELETE);
        until(() -> find(button -> "Remove and update all rules".equals(button.getText()))
                .isPresent());
        assertThat(lookup("Guests at the gate").tryQuery()).isPresent();
        push(KeyCode.ESCAPE);
        assertThat(desk.banners).isEmpty();
        assertThat(names()).hasSize(12);

        push(KeyCode.DELETE);
        until(() -> find(button -> "Remove and update all rules".equals(button.getText()))
                .isPresent());
        push(KeyCode.ENTER);
        until(() -> names().size() == 11);
        assertThat(desk.use.followed).containsEntry(ana.id(), Optional.empty());
    }

    @Test
    void theDeleteKeyRemovesNobodyWithoutThePermission() {
        desk.allowed.remove(io.vestibule.audit.Permission.REMOVE_PEOPLE);
        push(KeyCode.HOME);
        until(() -> shows("Ana Silva"));
        push(KeyCode.DELETE);
        assertThat(desk.banners).isEmpty();
        assertThat(names()).hasSize(12);
    }

    @Test
    void aChangeIsShownAutomaticallyAndKeepsTheSelection() {
        select("Dmitri Petrov");
        Optional<PersonId> before = onFx(model.selected::get);
        desk.save("Aaron First", PersonKind.VISITOR, desk.lobby, EnrolmentStatus.State.SEARCHABLE);
        desk.change();
        until(() -> names().contains("Aaron First"));
        assertThat(onFx(model.selected::get)).isEqualTo(before);
        ListView<?> list = lookup(".card-list").queryAs(ListView.class);
        assertThat(onFx(() -> list.getSelectionModel().getSelectedIndex())).isEqualTo(4);
    }

    @Test
    void aLongListIsReadPageByPage() {
        for (int i = 0; i < 200; i++) {
            desk.save("Person %03d".formatted(i), PersonKind.VISITOR, desk.lobby, EnrolmentStatus.State.SEARCHABLE);
        }
        doOnFx(() -> model.typed.set("person"));
        until(() -> !names().isEmpty() && names().getFirst().equals("Person 000"));
        ListView<?> list = lookup(".card-list").queryAs(ListView.class);
        until(() -> {
            list.scrollTo(model.list.size() - 1);
            return model.list.complete() && model.list.size() == 200;
        });
        until(() -> model.list.get(199).row().isPresent());
        assertThat(onFx(() -> model.list.get(199).row().orElseThrow().name())).isEqualTo("Person 199");
        assertThat(onFx(() -> model.list.get(0).row().isPresent()
                        && model.list.get(61).row().isPresent()))
                .isTrue();
    }

    @Test
    void endGoesToTheLastPersonAndTheNumberOfPeopleIsShown() {
        assertThat(counts()).containsExactly("12 people");
        for (int i = 0; i < 60; i++) {
            desk.save("Person %03d".formatted(i), PersonKind.VISITOR, desk.lobby, EnrolmentStatus.State.SEARCHABLE);
        }
        doOnFx(() -> model.typed.set("person"));
        until(() -> counts().equals(java.util.List.of("More than 48 people")));
        doOnFx(() -> lookup(".card-list").queryAs(ListView.class).requestFocus());
        push(KeyCode.END);
        until(() -> shows("Person 059"));
        assertThat(counts()).containsExactly("60 people");
    }

    private java.util.List<String> counts() {
        return onFx(() -> lookup(".hint").queryAllAs(javafx.scene.control.Label.class).stream()
                .map(javafx.scene.control.Label::getText)
                .filter(text -> text != null && text.endsWith(" people"))
                .toList());
    }

    @Test
    void theListKeepsItsPlaceAfterAChange() {
        for (int i = 0; i < 60; i++) {
            desk.save("Person %03d".formatted(i), PersonKind.VISITOR, desk.lobby, EnrolmentStatus.State.SEARCHABLE);
        }
        doOnFx(() -> model.typed.set("person"));
        until(() -> !names().isEmpty() && names().getFirst().equals("Person 000"));
        ListView<?> list = lookup(".card-list").queryAs(ListView.class);
        doOnFx(list::requestFocus);
        push(KeyCode.END);
        until(() -> shows("Person 059"));
        push(KeyCode.DELETE);
        until(() -> model.list.size() == 59);
        assertThat(onFx(() -> model.list.get(58).row().orElseThrow().name())).isEqualTo("Person 058");
    }

    @Test
    void picturesForTheEye() throws Exception {
        select("Ana Silva");
        until(() -> lookup(".face-tile").queryAll().stream().noneMatch(tile -> tile.getUserData() == null));
        onFx(() -> {
            stage().getScene().setRoot(new javafx.scene.layout.Pane());
            return true;
        });
        assertThat(picture("people-1600-light", 1600, 1000, Theme.Choice.LIGHT, this::root))
                .exists();
        assertThat(picture("people-1000-dark", 1000, 700, Theme.Choice.DARK, this::root))
                .exists();
    }
}
