package io.vestibule.app.wiring;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.SiteId;
import io.vestibule.camera.CameraKeys;
import io.vestibule.camera.CameraSource;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.EnrolDetails;
import io.vestibule.enrol.FaceService;
import io.vestibule.enrol.PhotoIntake;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.people.Company;
import io.vestibule.people.Contact;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.Site;
import io.vestibule.photo.PhotoDecoder;
import io.vestibule.photo.PhotoEncoder;
import io.vestibule.photo.PhotoException;
import io.vestibule.photo.PhotoLimits;
import io.vestibule.photo.Pixels;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A whole application on a data folder, with a company and a signed-in administrator.
public final class TestApplication {

    private static final int MAX_PHOTOS = 16;
    private static final int MARK_BITS = 24;

    private TestApplication() {}

    public static Application furnished(Path folder) {
        return furnished(folder, Clock.systemUTC(), EngineSettings.DEFAULT);
    }

    public static Application furnished(Path folder, Clock clock, EngineSettings settings) {
        MigratedFolder.copyTo(folder);
        var application = Application.open(folder, clock, settings);
        // No camera is used by default; tests that need one choose it.
        application.storage().settings().set(CameraKeys.SOURCE, CameraSource.NONE);
        var peopleStores = application.storage().people();
        if (peopleStores.companies().all().isEmpty()) {
            var company = new Company(new CompanyId("acme-1"), "Acme", Optional.empty(), true);
            peopleStores.companies().insert(company, clock.instant());
            peopleStores.companies().insert(new Site(SiteId.mint(), company.id(), "Main entrance"));
            var administrator = application.storage().operators().addFirst("Alex");
            application.storage().operators().signIn(administrator.id());
        } else {
            application.storage().operators().signInLast();
        }
        application.startBackgroundWork();
        return application;
    }

    public static EnrolDetails visitor(Application application, String name) {
        var now = application.storage().clock().instant();
        var operator = application.storage().session().operator().orElseThrow().id();
        var consent = new LegalBasis.Consent("1", "en", LegalBasis.Method.ON_SCREEN, now, operator);
        return new EnrolDetails(
                name,
                PersonKind.VISITOR,
                Contact.NONE,
                Set.of(),
                "",
                Optional.of(now.plus(Duration.ofDays(7))),
                Optional.of(consent));
    }

    /// Photos of one of the bundled sample people, through the real decoder and the real checks.
    public static List<DraftPhoto> photos(Application application, int sample) {
        var photos = new ArrayList<DraftPhoto>();
        for (var path : SampleFlow.SAMPLES.get(sample).photos()) {
            var intakeResult = application.enrol().intake().process(SampleFlow.read(path));
            if (!(intakeResult instanceof PhotoIntake.IntakeResult.Accepted accepted)) {
                throw new AssertionError(path + " was not accepted: " + intakeResult);
            }
            photos.add(accepted.photo());
        }
        return photos;
    }

    /// Photos of the first sample person with bytes that no other call returned: each carries a number.
    ///
    /// @param round a number not used before
    public static List<DraftPhoto> freshPhotos(Application application, int count, int round) {
        var shipped = photos(application, 0);
        var fresh = new ArrayList<DraftPhoto>();
        for (int i = 0; i < count; i++) {
            var draft = shipped.get(i % shipped.size());
            var pixels = decoded(draft);
            mark(pixels, round * MAX_PHOTOS + i);
            fresh.add(new DraftPhoto(
                    PhotoEncoder.standard().encode(pixels), draft.thumbnail(), draft.face(), draft.findings()));
        }
        return fresh;
    }

    /// Writes a number as black and white squares along the upper edge. A smaller difference would be lost by JPEG,
    /// which works in squares of this size.
    private static void mark(Pixels pixels, int number) {
        for (int bit = 0; bit < MARK_BITS; bit++) {
            int colour = (number >> bit & 1) == 0 ? 0xFF000000 : 0xFFFFFFFF;
            for (int y = 0; y < 8; y++) {
                int from = y * pixels.width() + bit * 8;
                Arrays.fill(pixels.argb(), from, from + 8, colour);
            }
        }
    }

    private static Pixels decoded(DraftPhoto draft) {
        try {
            return new PhotoDecoder(PhotoLimits.DEFAULT).decode(draft.photo().bytes());
        } catch (PhotoException e) {
            throw new AssertionError(e);
        }
    }

    /// The collection of [#furnished]'s company.
    public static final String COLLECTION = "Acme_acme-1";

    public static FaceService service(Application application) {
        return application.engine().service();
    }

    public static Person person(Application application, PersonId person) {
        return application.storage().people().persons().find(person).orElseThrow();
    }

    /// Waits, notified by the journal, until the person has this status.
    public static void await(Application application, PersonId person, EnrolmentStatus.State state) {
        try {
            await(application, () -> status(application, person).state() == state);
        } catch (AssertionError e) {
            throw new AssertionError("Instead of " + state + ": " + status(application, person), e);
        }
    }

    private static EnrolmentStatus status(Application application, PersonId person) {
        return application.enrol().standings().statusOf(person(application, person));
    }

    public interface Condition {
        boolean holds();
    }

    /// Waits, notified by the journal and by what follows it on a thread of its own, until the condition holds.
    public static void await(Application application, Condition condition) {
        var there = new CountDownLatch(1);
        Runnable check = () -> {
            if (condition.holds()) {
                there.countDown();
            }
        };
        try (var _ = application.storage().journal().onChange(_ -> check.run());
                var _ = application.enrol().keeper().onChange(check)) {
            if (!condition.holds() && !there.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("Not within a minute. Open steps: "
                        + application.storage().journal().openSteps(20));
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    public static Instant now(Application application) {
        return application.storage().clock().instant();
    }
}
