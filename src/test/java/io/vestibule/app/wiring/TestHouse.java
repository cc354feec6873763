package io.vestibule.app.wiring;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.SiteId;
import io.vestibule.camera.CameraKeys;
import io.vestibule.camera.CameraSource;
import io.vestibule.enrol.Details;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.PhotoIntake;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.enrol.Service;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.people.Company;
import io.vestibule.people.Contact;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.Site;
import io.vestibule.people.Standing;
import io.vestibule.photo.PhotoDoor;
import io.vestibule.photo.PhotoException;
import io.vestibule.photo.PhotoLimits;
import io.vestibule.photo.PhotoMaker;
import io.vestibule.photo.Pixels;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A whole house on a folder, with a company and an administrator at the desk.
public final class TestHouse {

    private TestHouse() {}

    public static House furnished(Path folder) {
        return furnished(folder, Clock.systemUTC(), EngineSettings.DEFAULT);
    }

    public static House furnished(Path folder, Clock clock, EngineSettings settings) {
        var house = House.open(folder, clock, settings);
        // Nobody is filmed by a test; those that need a camera choose one.
        house.cellar().settings().set(CameraKeys.SOURCE, CameraSource.NONE);
        var people = house.cellar().people();
        if (people.companies().all().isEmpty()) {
            var company = new Company(new CompanyId("acme-1"), "Acme", Optional.empty(), true);
            people.companies().insert(company, clock.instant());
            people.companies().insert(new Site(SiteId.mint(), company.id(), "Main entrance"));
            var administrator = house.cellar().operators().addFirst("Alex");
            house.cellar().operators().signIn(administrator.id());
        } else {
            house.cellar().operators().resume();
        }
        house.begin();
        return house;
    }

    public static Details visitor(House house, String name) {
        var now = house.cellar().clock().instant();
        var operator = house.cellar().session().operator().orElseThrow().id();
        var consent = new LegalBasis.Consent("1", "en", LegalBasis.Method.ON_SCREEN, now, operator);
        return new Details(
                name,
                PersonKind.VISITOR,
                Contact.NONE,
                Set.of(),
                "",
                Optional.of(now.plus(Duration.ofDays(7))),
                Optional.of(consent));
    }

    /// Photos of one of the shipped sample people, through the real door and the real checks.
    public static List<DraftPhoto> photos(House house, int sample) {
        var photos = new ArrayList<DraftPhoto>();
        for (var path : SampleFlow.SAMPLES.get(sample).photos()) {
            var taken = house.enrol().intake().take(SampleFlow.read(path));
            if (!(taken instanceof PhotoIntake.Taken.Accepted accepted)) {
                throw new AssertionError(path + " was not accepted: " + taken);
            }
            photos.add(accepted.photo());
        }
        return photos;
    }

    /// Photos of the first sample person whose bytes no other call gave: each differs in one pixel.
    ///
    /// @param round a number not used before
    public static List<DraftPhoto> freshPhotos(House house, int count, int round) {
        var shipped = photos(house, 0);
        var fresh = new ArrayList<DraftPhoto>();
        for (int i = 0; i < count; i++) {
            var draft = shipped.get(i % shipped.size());
            var pixels = decoded(draft);
            pixels.argb()[0] = 0xFF000000 | (round * count + i) * 977;
            fresh.add(new DraftPhoto(
                    PhotoMaker.standard().make(pixels), draft.thumbnail(), draft.face(), draft.findings()));
        }
        return fresh;
    }

    private static Pixels decoded(DraftPhoto draft) {
        try {
            return new PhotoDoor(PhotoLimits.DEFAULT).read(draft.photo().bytes());
        } catch (PhotoException e) {
            throw new AssertionError(e);
        }
    }

    /// The collection of [#furnished]'s company.
    public static final String COLLECTION = "Acme_acme-1";

    public static Service service(House house) {
        return house.engine().service();
    }

    public static Person person(House house, PersonId person) {
        return house.cellar().people().persons().find(person).orElseThrow();
    }

    /// Waits, told by the journal, until the person stands so.
    public static void await(House house, PersonId person, Standing.State state) {
        await(house, () -> house.enrol().standings().of(person(house, person)).state() == state);
    }

    public interface Condition {
        boolean holds();
    }

    public static void await(House house, Condition condition) {
        var there = new CountDownLatch(1);
        try (var _ = house.cellar().journal().onChange(_ -> {
            if (condition.holds()) {
                there.countDown();
            }
        })) {
            if (!condition.holds() && !there.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("Not within a minute. Open steps: "
                        + house.cellar().journal().open(20));
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    public static Instant now(House house) {
        return house.cellar().clock().instant();
    }
}
