package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.AuditEntry;
import io.vestibule.people.LegalBasis;
import io.vestibule.privacy.consent.ConsentTextStore;
import io.vestibule.store.CompanyScope;
import io.vestibule.ui.control.DateField;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
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

    @Test
    void aTextThatIsPublishedHereAsksAtTheDeskAndIsKeptWithTheAnswer() throws Exception {
        show("privacy");
        press("Consent");
        until(() -> texts().stream().anyMatch(text -> text.startsWith("In force: the default text.")));
        until(() -> texts().stream().anyMatch(text -> text.contains("stay on our computer")));
        shoot("privacy-consent-1000x700");
        doOnFx(() -> lookup("#consent-text").queryAs(TextArea.class).setText("Hello from {controller}. {purpos}"));
        press("Publish");
        until(() -> banner().contains("{purpos} is not a placeholder"));
        doOnFx(() -> lookup("#consent-text").queryAs(TextArea.class).setText("Hello from {controller}."));
        until(() -> texts().contains("Hello from Acme."));
        press("Publish");
        until(() -> texts().stream().anyMatch(text -> text.startsWith("In force: version 1 of")));

        show("enrol");
        until(() -> texts().contains("Hello from Acme."));
        shoot("enrol-consent-1000x700");
        press("Verbal");
        press("No photos");
        doOnFx(() -> lookup("#enrol-name").queryAs(TextField.class).setText("Zoe"));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        var people = application.storage().people();
        until(() -> people.bases().counts().since(LocalDate.EPOCH).size() == 1);
        var zoe = people.persons()
                .findAll(people.companies().active().orElseThrow().id(), Optional.empty(), Optional.empty())
                .getFirst();
        var basis = people.bases().newest(zoe.id()).orElseThrow();
        assertThat(basis).isInstanceOf(LegalBasis.Declined.class);
        var shown = new ConsentTextStore(
                        CompanyScope.ofActive(application.storage().database()))
                .findShown(basis.evidence().wording())
                .orElseThrow();
        assertThat(shown.words()).isEqualTo("Hello from Acme.");

        show("privacy");
        until(() -> texts().contains("0 agreed\n1 said no\n0 withdrew"));
    }

    @Test
    void anOfficerKeepsSomebodyLongerAndPutsSomebodyOnHold() throws Exception {
        declining("Ana Lindqvist");
        declining("Ben Okafor");
        show("privacy");
        press("Retention");
        until(() -> retention().getItems().size() == 2);
        doOnFx(() -> retention().getSelectionModel().select(0));
        doOnFx(() -> {
            lookup(".retention-reason").queryAs(TextArea.class).setText("Court case 12 O 34/26");
            lookup(".retention-until")
                    .queryAs(DateField.class)
                    .setValue(LocalDate.now(ZoneOffset.UTC).plusDays(90));
        });
        shoot("privacy-retention-1000x700");
        press("Legal hold until then");
        until(() -> texts().contains("On legal hold: 1 person."));
        press("On legal hold");
        until(() -> retention().getItems().size() == 1);
        doOnFx(() -> retention().getSelectionModel().select(0));
        assertThat(texts()).anyMatch(text -> text.contains("Court case 12 O 34/26"));
        shoot("privacy-retention-held");
        press("Lift the hold");
        until(() -> retention().getItems().isEmpty());
    }

    @Test
    void anOfficerSeesTheDocumentsAndWhatTheyAreFilledInWith() throws Exception {
        show("privacy");
        press("Documents");
        until(() -> texts().contains("This document was not saved before."));
        shoot("privacy-documents-1000x700");
        press("Privacy notice");
        until(() -> texts().contains("Site"));
        shoot("privacy-documents-notice");
    }

    @SuppressWarnings("unchecked")
    private TableView<Object> retention() {
        return lookup(".retention-table").queryAs(TableView.class);
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
