package io.vestibule.app.command.selfcheck;

import io.vestibule.app.wiring.Application;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.setup.CompanyFlow;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Checks an application on an empty data folder, each check based on the one before: storage, vision, engine, then
/// people.
public final class ApplicationCheck {

    private static final int TIMEOUT = 120; // seconds for nine photos on a slow machine

    private ApplicationCheck() {}

    /// Creates and migrates the database, and adds a company and a signed-in operator.
    public static String database(Application application) {
        var storage = application.storage();
        new CompanyFlow(
                        storage.database(),
                        storage.people().companies(),
                        storage.operators(),
                        storage.session(),
                        storage.log(),
                        storage.clock().system())
                .createFirst(new CompanyFlow.NewCompany("Self-check", Optional.empty(), List.of("Here")), "Self-check");
        return "made, migrated and written";
    }

    public static String models(Application application) {
        application.engine().vision().warmUp();
        return application.engine().vision().engine();
    }

    /// Opens the engine's own database and creates the company's collection in it.
    public static String engine(Application application) {
        application.engine().warmUp();
        application.openStorage();
        application.createServices();
        application.startBackgroundWork();
        return "a collection was made";
    }

    /// Enrols the bundled sample people through the usual flow, and waits until a search can find them.
    public static String enrol(Application application) throws Exception {
        var enrolments = application.enrol().samples().enrolAll();
        int photos = 0;
        for (var enrolment : enrolments) {
            awaitSearchable(application, enrolment.person());
            photos += enrolment.saved();
        }
        if (enrolments.size() < SampleFlow.SAMPLES.size()) {
            throw new SelfCheckReport.CheckFailedException(
                    "Only " + enrolments.size() + " of " + SampleFlow.SAMPLES.size() + " people");
        }
        return enrolments.size() + " people with " + photos + " photos";
    }

    /// Finds the first of them by a photo that was not enrolled.
    public static String find(Application application) {
        var wanted = SampleFlow.SAMPLES.getFirst().name();
        var found = application.enrol().enrol().identify(SampleFlow.read(SampleFlow.PROBE));
        if (found.isEmpty() || !found.getFirst().person().name().equals(wanted)) {
            throw new SelfCheckReport.CheckFailedException("A further photo of " + wanted + " did not find her");
        }
        return "a further photo finds the right person, %.1f %%"
                .formatted(found.getFirst().similarity());
    }

    private static void awaitSearchable(Application application, PersonId id) throws Exception {
        var there = new CountDownLatch(1);
        try (var _ = application.storage().journal().onChange(_ -> {
            if (statusOf(application, id) == EnrolmentStatus.State.SEARCHABLE) {
                there.countDown();
            }
        })) {
            if (statusOf(application, id) != EnrolmentStatus.State.SEARCHABLE
                    && !there.await(TIMEOUT, TimeUnit.SECONDS)) {
                throw new SelfCheckReport.CheckFailedException(
                        "A sample person is " + statusOf(application, id) + " after " + TIMEOUT + " s");
            }
        }
    }

    private static EnrolmentStatus.State statusOf(Application application, PersonId id) {
        return application
                .storage()
                .people()
                .persons()
                .find(id)
                .map(person -> application.enrol().standings().statusOf(person).state())
                .orElse(EnrolmentStatus.State.NO_PHOTO);
    }
}
