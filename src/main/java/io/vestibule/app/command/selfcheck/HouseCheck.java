package io.vestibule.app.command.selfcheck;

import io.vestibule.app.wiring.House;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.people.Standing;
import io.vestibule.setup.CompanyFlow;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The checks of an empty house, each on what the one before it left: cellar, eyes, engine, then people.
public final class HouseCheck {

    private static final int PATIENCE = 120; // seconds for nine photos on a slow machine

    private HouseCheck() {}

    /// Makes and migrates the database, and furnishes it with a company and somebody at the desk.
    public static String database(House house) {
        var cellar = house.cellar();
        new CompanyFlow(
                        cellar.database(),
                        cellar.people().companies(),
                        cellar.operators(),
                        cellar.session(),
                        cellar.log(),
                        cellar.clock())
                .first(new CompanyFlow.NewCompany("Self-check", Optional.empty(), List.of("Here")), "Self-check");
        return "made, migrated and written";
    }

    public static String models(House house) {
        house.engine().vision().warmUp();
        return house.engine().vision().engine();
    }

    /// Opens the engine's own database and makes the company's collection in it.
    public static String engine(House house) {
        house.engine().warmUp();
        house.enter();
        house.prepare();
        house.begin();
        return "a collection was made";
    }

    /// Enrols the shipped sample people as reception would, and waits until they can be found.
    public static String enrol(House house) throws Exception {
        var enrolments = house.enrol().samples().enrolAll();
        int photos = 0;
        for (var enrolment : enrolments) {
            await(house, enrolment.person());
            photos += enrolment.saved();
        }
        if (enrolments.size() < SampleFlow.SAMPLES.size()) {
            throw new Report.Broken("Only " + enrolments.size() + " of " + SampleFlow.SAMPLES.size() + " people");
        }
        return enrolments.size() + " people with " + photos + " photos";
    }

    /// Finds the first of them by a photo that was not enrolled.
    public static String find(House house) {
        var wanted = SampleFlow.SAMPLES.getFirst().name();
        var found = house.enrol().enrol().whoIs(SampleFlow.read(SampleFlow.PROBE));
        if (found.isEmpty() || !found.getFirst().person().name().equals(wanted)) {
            throw new Report.Broken("A further photo of " + wanted + " did not find her");
        }
        return "a further photo finds the right person, %.1f %%"
                .formatted(found.getFirst().similarity());
    }

    private static void await(House house, PersonId id) throws Exception {
        var there = new CountDownLatch(1);
        try (var _ = house.cellar().journal().onChange(_ -> {
            if (standing(house, id) == Standing.State.SEARCHABLE) {
                there.countDown();
            }
        })) {
            if (standing(house, id) != Standing.State.SEARCHABLE && !there.await(PATIENCE, TimeUnit.SECONDS)) {
                throw new Report.Broken("A sample person is " + standing(house, id) + " after " + PATIENCE + " s");
            }
        }
    }

    private static Standing.State standing(House house, PersonId id) {
        return house.cellar()
                .people()
                .persons()
                .find(id)
                .map(person -> house.enrol().standings().of(person).state())
                .orElse(Standing.State.NO_PHOTO);
    }
}
