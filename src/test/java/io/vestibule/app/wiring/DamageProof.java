package io.vestibule.app.wiring;

import io.vestibule.app.desktop.ProblemMapper;
import io.vestibule.base.FileTree;
import io.vestibule.base.Problem;
import io.vestibule.cloud.FaceCollection.StoredFace;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Flips one bit at random places of each file of a data folder. After each the program either says what is wrong, at
/// the start or when the damaged thing is read, or everything that it returns is as it was.
public final class DamageProof {

    private final Random random;
    private final Path whole;
    private final Path damaged;

    private DamageProof(Path folder, long seed) {
        this.random = new Random(seed);
        this.whole = folder.resolve("whole");
        this.damaged = folder.resolve("damaged");
    }

    /// What the program returns of its data.
    private record Contents(
            List<String> people, Map<String, Integer> photos, List<String> faces, boolean auditIntact) {}

    /// @param places bits that are flipped in each file
    /// @return files, flips, and how many of these were reported
    /// @throws AssertionError if a flip changes what the program returns, or ends in a failure without words
    public static String run(int places, long seed) throws Exception {
        var folder = Files.createTempDirectory("vestibule-damage");
        try {
            return new DamageProof(folder, seed).run(places);
        } finally {
            FileTree.delete(folder);
        }
    }

    private String run(int places) throws Exception {
        Contents before;
        try (var application = TestApplication.furnished(whole)) {
            for (int sample = 0; sample < 2; sample++) {
                var saved = application
                        .enrol()
                        .enrol()
                        .save(
                                TestApplication.visitor(application, "Person " + sample),
                                TestApplication.photos(application, sample),
                                new DuplicateDecision.NoDuplicate());
                TestApplication.await(application, saved.person(), State.SEARCHABLE);
            }
            before = contents(application);
        }
        var outcomes = new TreeMap<String, Integer>();
        int flips = 0;
        var files = files();
        for (var file : files) {
            for (int i = 0; i < Math.min(places, 8 * Files.size(file)); i++) {
                var outcome = outcome(whole.relativize(file), before);
                outcomes.merge(outcome, 1, Integer::sum);
                flips++;
            }
        }
        return files.size() + " files, " + flips + " flips: " + outcomes;
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(whole)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("log") && sizeOf(file) > 0)
                    .sorted()
                    .toList();
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String outcome(Path file, Contents before) throws IOException {
        FileTree.delete(damaged);
        copy();
        var bytes = Files.readAllBytes(damaged.resolve(file));
        int at = random.nextInt(bytes.length);
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        Files.write(damaged.resolve(file), bytes);
        try (var application = Application.open(damaged)) {
            application.storage().operators().signInLast();
            if (application.storage().database().isDamaged()) {
                return "damage is reported";
            }
            if (!application.storage().settings().problems().isEmpty()) {
                return "settings are reported";
            }
            var after = contents(application);
            if (after.equals(before)) {
                return "nothing is lost";
            }
            throw new AssertionError("%s, bit %d: %s instead of %s".formatted(file, at, after, before));
        } catch (RuntimeException e) {
            return ProblemMapper.problemOf(e)
                    .map(Problem::code)
                    .orElseThrow(() -> new AssertionError("%s, byte %d: no words for %s".formatted(file, at, e), e));
        }
    }

    private void copy() throws IOException {
        try (var all = Files.walk(whole)) {
            for (var from : all.toList()) {
                Files.copy(from, damaged.resolve(whole.relativize(from)));
            }
        }
    }

    private static Contents contents(Application application) {
        var people = application.storage().people();
        var company = people.companies().active().orElseThrow();
        var everybody = people.persons().search(company.id(), "", 100);
        var service = TestApplication.service(application);
        var photos = new HashMap<String, Integer>();
        for (Person person : everybody) {
            for (PhotoRecord photo : people.photos().findByPerson(person.id())) {
                photos.put(
                        photo.key(),
                        service.bucket().get(photo.key()).map(Arrays::hashCode).orElse(0));
            }
        }
        Supplier<List<StoredFace>> faces =
                () -> service.faces().listFaces(TestApplication.COLLECTION, Optional.empty());
        return new Contents(
                everybody.stream().map(Person::name).sorted().toList(),
                photos,
                faces.get().stream().map(StoredFace::faceId).sorted().collect(Collectors.toList()),
                application.storage().log().verify().isEmpty());
    }
}
