package io.vestibule.app.wiring;

import io.vestibule.enrol.Decision;
import io.vestibule.enrol.Details;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.people.Contact;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// A program of its own that enrols one person after another and tells of each one that was saved, until it is killed.
public final class Enroller {

    private Enroller() {}

    public static void main(String[] arguments) throws Exception {
        try (var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
                var house = TestHouse.furnished(Path.of(arguments[0]))) {
            for (int sample = 0; sample < 3; sample++) {
                save(house, TestHouse.photos(house, sample), sample, out);
            }
            for (int number = 3; true; number++) {
                save(house, List.of(), number, out);
            }
        }
    }

    private static void save(House house, List<DraftPhoto> photos, int number, PrintStream out) {
        var details = TestHouse.visitor(house, "Person " + number);
        var contact = new Contact("", "", "Host " + number);
        var enrolment = house.enrol()
                .enrol()
                .save(
                        new Details(
                                details.name(),
                                details.kind(),
                                contact,
                                details.sites(),
                                "",
                                details.expires(),
                                details.basis()),
                        photos,
                        new Decision.Unknown());
        out.println(enrolment.person());
    }
}
