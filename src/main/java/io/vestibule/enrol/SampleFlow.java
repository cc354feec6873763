package io.vestibule.enrol;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.people.Contact;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.PersonKind;
import io.vestibule.people.change.PersonCommands;
import io.vestibule.people.change.Undo;
import io.vestibule.store.ItemLoop;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Three sample people for trying the program, enrolled like anybody else from photos that ship with it.
public final class SampleFlow {

    /// @param name invented
    /// @param photos paths on the class path
    public record Sample(String name, List<String> photos) {}

    private static final Logger LOG = LoggerFactory.getLogger(SampleFlow.class);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final String FOLDER = "/assets/samples/sample-person-";

    /// The names are invented and do not identify the people in the pictures.
    public static final List<Sample> SAMPLES =
            List.of(sample("Sample Ada", 1), sample("Sample Bea", 2), sample("Sample Cleo", 3));

    /// A photo of the first sample person that is never enrolled, for searching.
    public static final String PROBE = "/assets/samples/sample-person-1-probe.jpg";

    private final EnrolContext context;
    private final PhotoIntake intake;
    private final EnrolFlow enrol;
    private final PersonCommands commands;

    public SampleFlow(EnrolContext enrolContext, PhotoIntake intake, EnrolFlow enrol, PersonCommands commands) {
        this.context = enrolContext;
        this.intake = intake;
        this.enrol = enrol;
        this.commands = commands;
    }

    private static Sample sample(String name, int number) {
        return new Sample(
                name,
                List.of(1, 2, 3).stream()
                        .map(photo -> FOLDER + number + "/" + photo + ".jpg")
                        .toList());
    }

    /// Enrols the sample people that are not enrolled yet.
    public List<Enrolment> enrolAll() {
        var enrolments = new ArrayList<Enrolment>();
        for (var sample : SAMPLES) {
            var photos = new ArrayList<DraftPhoto>();
            for (var path : sample.photos()) {
                if (intake.process(read(path)) instanceof PhotoIntake.IntakeResult.Accepted accepted) {
                    photos.add(accepted.photo());
                }
            }
            if (!photos.isEmpty()) {
                enrolments.add(enrol.saveEnrolment(details(sample), photos, new DuplicateDecision.NoDuplicate(), true));
            }
        }
        return enrolments;
    }

    /// Removes every sample person, with the usual period for undo.
    ///
    /// @throws RuntimeException if nobody could be removed
    public List<Undo> removeAll() {
        var removals = new ArrayList<Undo>();
        try {
            ItemLoop.forEachThenThrow(present(), person -> removals.add(commands.remove(person)));
        } catch (RuntimeException e) {
            if (removals.isEmpty()) {
                throw e;
            }
            LOG.error("A sample person was not removed: {}", e.getClass().getName());
        }
        return removals;
    }

    public List<PersonId> present() {
        return context.people().persons().samplePersons(context.company().id());
    }

    public static byte[] read(String path) {
        try (InputStream stream = SampleFlow.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IOException("Not on the class path: " + path);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EnrolDetails details(Sample sample) {
        var now = context.clock().instant();
        var operator = context.session().require(Permission.ENROL).id();
        var review = LocalDate.ofInstant(now.plus(KEPT), ZoneOffset.UTC);
        var basis = new LegalBasis.Reason("Free licence", "Shipped sample photos", review, now, operator);
        return new EnrolDetails(
                sample.name(),
                PersonKind.VISITOR,
                Contact.NONE,
                Set.of(),
                "",
                Optional.of(now.plus(KEPT)),
                Optional.of(basis));
    }
}
