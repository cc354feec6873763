package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.audit.Role;
import io.vestibule.base.PersonId;
import io.vestibule.base.Sha256;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.enrol.EnrolDetails;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.people.Contact;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.photo.Photo;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.week.Preset;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.week.ZoneReading;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.vms.Recipients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// An application in which something is on every screen: people with long names and with a photo that was refused, a
/// rule, an erasure, a discrepancy between records and collection, and a list to import.
final class FilledApplication implements AutoCloseable {

    static final String LONG_NAME = "Maximiliana Konstantinopolskaja-Oberhuber";

    final Application application;
    final PersonId odd;
    final Path list;
    private final Path data;
    private final DraftPhoto spare;

    private FilledApplication(Path folder) throws IOException {
        data = folder.resolve("data");
        application = TestApplication.furnished(data);
        application.storage().operators().add("Robin", Role.RECEPTION);
        var erased = enrol("Gone", List.of());
        application.enrol().commands().remove(erased);
        var photos = new ArrayList<>(TestApplication.photos(application, 0));
        var others = TestApplication.photos(application, 1);
        photos.add(others.getFirst());
        spare = others.get(1);
        odd = enrol(LONG_NAME, photos);
        var ben = enrol("Ben", TestApplication.photos(application, 2));
        TestApplication.await(application, odd, EnrolmentStatus.State.NEEDS_ATTENTION);
        TestApplication.await(application, ben, EnrolmentStatus.State.SEARCHABLE);
        addRule();
        TestApplication.service(application).bucket().put("photos/ab/list.txt", new byte[] {1});
        list = addList(folder);
    }

    static FilledApplication open(Path folder) throws IOException {
        return new FilledApplication(folder);
    }

    /// Leaves the enrolment of somebody parked: their photo could not be stored.
    void park(String name) throws IOException {
        var photos = data.resolve("photos");
        var away = data.resolve("photos-away");
        Files.move(photos, away);
        Files.writeString(photos, "a file where the folder should be");
        // The photo of another person would not be taken.
        var bytes = Arrays.copyOf(spare.photo().bytes(), spare.photo().bytes().length + name.length());
        var photo = new Photo(
                bytes, Sha256.hex(bytes), spare.photo().width(), spare.photo().height());
        var draft = new DraftPhoto(photo, spare.thumbnail(), spare.face(), spare.findings());
        TestApplication.await(application, enrol(name, List.of(draft)), EnrolmentStatus.State.STUCK);
        Files.delete(photos);
        Files.move(away, photos);
    }

    PersonId enrol(String name, List<DraftPhoto> photos) {
        var usual = TestApplication.visitor(application, name);
        var contact = new Contact("visitor@example.com", "+43 1 5880080", "Donaudampfschifffahrtsgesellschaft mbH");
        var details =
                new EnrolDetails(name, usual.kind(), contact, Set.of(), usual.note(), usual.expires(), usual.basis());
        return application
                .enrol()
                .enrol()
                .save(details, photos, new DuplicateDecision.NoDuplicate())
                .person();
    }

    private void addRule() {
        var user = TestApplication.person(application, odd).externalId();
        var draft = RuleDraft.empty(
                        new Timetable(Preset.OFFICE_HOURS.week(), ZoneId.of("Europe/Berlin"), ZoneReading.AS_TYPED))
                .withPeople(PeopleChoice.NOBODY.with(user).with("11111111-gone"))
                .withCameras(List.of(849L, 850L))
                .withRecipients(
                        new Recipients(List.of(), List.of("security.desk@example.com"), List.of("+14165550100")));
        application.rules().flow().duplicate(draft, "Visitors at the main entrance outside office hours");
    }

    private static Path addList(Path folder) throws IOException {
        Files.write(
                folder.resolve("photo1.jpg"),
                SampleFlow.read(SampleFlow.SAMPLES.get(1).photos().getFirst()));
        Files.write(
                folder.resolve("again.jpg"),
                SampleFlow.read(SampleFlow.SAMPLES.getFirst().photos().get(1)));
        return Files.writeString(folder.resolve("people.csv"), """
                Personnel No;Name;E-mail;Department;face_image_file1;Consent
                4711;Ada Lovelace;ada@example.org;Analysis;photo1.jpg;yes
                4712;Bea Bernstein;nobody at home;Sales;none.jpg;yes
                4714;Dora Double;;Sales;again.jpg;yes
                4715;Eve Evans;;Sales;;
                """);
    }

    @Override
    public void close() {
        application.close();
    }
}
