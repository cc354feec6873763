package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.AuditEntry;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;

/// The Privacy screen in the real window.
class PrivacyScreenTest extends DeskWindow {

    @Test
    void anOfficerReadsAndChecksTheLogAndAReceptionistDoesNot() throws Exception {
        var log = application.storage().log();
        application
                .storage()
                .database()
                .transaction(() -> IntStream.range(0, 500)
                        .forEach(i ->
                                log.append("photo.viewed", UUID.randomUUID().toString())));
        show("privacy");
        until(() -> table().getItems().size() >= 200);
        press("Check the log");
        until(() -> texts().stream().anyMatch(text -> text.startsWith("Intact: all")));
        until(() -> table().getItems().getFirst().toString().contains("audit.verified"));
        shoot("privacy-audit-1000x700");

        doOnFx(() -> table().scrollTo(199));
        until(() -> table().getItems().size() >= 400);

        signIn("Robin");
        until(() -> texts().contains("Not available to your role"));
        assertThat(shows("Export…")).isFalse();
        shoot("privacy-refused");
    }

    @Test
    void openingAPersonAndAPhotoAreEntriesButNoChangesOfThePerson() {
        var ana = enrolled("Ana", 0);
        openPerson("Ana");
        until(() -> actions().contains("person.viewed"));
        var photo = application.storage().people().photos().findByPerson(ana).getFirst();
        doOnFx(() -> new ScreenAdapter(
                        application, desktop.screenContext(), desktop.screens().orElseThrow())
                .showPhoto("Ana", photo.id()));
        until(() -> actions().contains("photo.viewed"));
        assertThat(application
                        .storage()
                        .log()
                        .about(List.of(ana.toString(), photo.id().toString()), 50))
                .extracting(AuditEntry::action)
                .contains("person.enrolled")
                .doesNotContain("person.viewed", "photo.viewed");
    }

    @Test
    void anErasureIsShownWithWhatWasFoundAfterwards() throws Exception {
        var ana = enrolled("Ana", 0);
        show("privacy");
        press("Erasures");
        until(() -> texts().contains("Select an erasure."));
        application.enrol().commands().remove(ana);
        until(() -> !erasures().getItems().isEmpty()
                && erasures().getItems().getFirst().toString().contains("verifiedAt=Optional[2"));
        doOnFx(() -> erasures().getSelectionModel().select(0));
        until(() -> texts().contains("Nothing was found anywhere"));
        assertThat(texts()).contains("Faces in the collection", "Face vectors");
        shoot("privacy-erasures-1000x700");
    }

    @SuppressWarnings("unchecked")
    private TableView<Object> erasures() {
        return lookup(".erasure-table").queryAs(TableView.class);
    }

    private List<String> actions() {
        return application.storage().log().recent(20).stream()
                .map(AuditEntry::action)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private TableView<Object> table() {
        return lookup(".audit-table").queryAs(TableView.class);
    }
}
