package io.vestibule.app.wiring;

import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.enrol.EnrolDetails;
import io.vestibule.people.Contact;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// A separate program that enrols one person after another and prints each one that was saved, until it is killed.
public final class Enroller {

    private Enroller() {}

    public static void main(String[] arguments) throws Exception {
        try (var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
                var application = TestApplication.furnished(Path.of(arguments[0]))) {
            for (int sample = 0; sample < 3; sample++) {
                save(application, TestApplication.photos(application, sample), sample, out);
            }
            for (int number = 3; true; number++) {
                save(application, List.of(), number, out);
            }
        }
    }

    private static void save(Application application, List<DraftPhoto> photos, int number, PrintStream out) {
        var enrolDetails = TestApplication.visitor(application, "Person " + number);
        var contact = new Contact("", "", "Host " + number);
        var enrolment = application
                .enrol()
                .enrol()
                .save(
                        new EnrolDetails(
                                enrolDetails.name(),
                                enrolDetails.kind(),
                                contact,
                                enrolDetails.sites(),
                                "",
                                enrolDetails.expires(),
                                enrolDetails.basis()),
                        photos,
                        new DuplicateDecision.NoDuplicate());
        out.println(enrolment.person());
    }
}
