package io.vestibule.app.command;

import io.vestibule.app.Terminal;
import io.vestibule.base.CpuPool;
import io.vestibule.local.engine.picture.QualityThreshold;
import io.vestibule.photo.PhotoDecoder;
import io.vestibule.photo.PhotoException;
import io.vestibule.photo.PhotoLimits;
import io.vestibule.photo.Pixels;
import io.vestibule.vision.CohortBuilder;
import io.vestibule.vision.Face;
import io.vestibule.vision.FaceVector;
import io.vestibule.vision.ModelSet;
import io.vestibule.vision.OnnxVision;
import io.vestibule.vision.Vision;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/// `cohort FOLDER FILE`: builds the cohort that normalises the scores of the embedded engine from photos of many
/// people.
/// Only the means of groups of people are written. Needs no data folder.
public final class RunCohort {

    private static final float LEAST_SCORE = .7f;
    private static final int PHOTOS_AT_ONCE = 64;

    private final Vision vision;
    private final Terminal terminal;
    private final PhotoDecoder decoder = new PhotoDecoder(PhotoLimits.DEFAULT);
    private int leftOut;

    private RunCohort(Vision vision, Terminal terminal) {
        this.vision = vision;
        this.terminal = terminal;
    }

    /// @return 0 when the file is written; 4 if the folder has too few people; 1 if it cannot be read or the file not
    ///     be written
    public static int run(Arguments arguments, Terminal terminal) {
        var details = (CohortArguments) arguments.details().orElseThrow();
        try (var vision = OnnxVision.open(ModelSet.shipped())) {
            return new RunCohort(vision, terminal).build(details);
        } catch (IOException e) {
            terminal.line("The folder cannot be read, or the file not be written: " + e.getMessage());
            return CommandFailure.FAILED;
        } catch (RuntimeException e) {
            return CommandFailure.report(e, List.of(), terminal);
        }
    }

    private int build(CohortArguments details) throws IOException {
        var people = new ArrayList<float[]>();
        var files = photosByPerson(details.photos());
        var faces = faces(files);
        faces.values().stream()
                .filter(photos -> !photos.isEmpty())
                .forEach(photos -> people.add(CohortBuilder.person(photos)));
        if (people.size() < CohortBuilder.LEAST_PEOPLE) {
            terminal.line("Photos of " + people.size() + " people were found; at least " + CohortBuilder.LEAST_PEOPLE
                    + " are needed. Give a folder with more people: one folder, or one photo, for each.");
            return CommandFailure.UNUSABLE;
        }
        var means = CohortBuilder.means(people);
        Files.write(details.file(), CohortBuilder.bytes(means));
        terminal.line("Wrote " + means.size() + " means of " + people.size() + " people to " + details.file() + "; "
                + leftOut
                + " files were left out, which are no clear photo of exactly one face. Name the file in the setting"
                + " enrol.cohort.");
        return 0;
    }

    private Map<String, List<FaceVector>> faces(Map<String, List<Path>> files) {
        var found = new TreeMap<String, List<FaceVector>>();
        var waiting = new ArrayList<Map.Entry<String, Path>>();
        files.forEach((person, photos) -> photos.forEach(photo -> waiting.add(Map.entry(person, photo))));
        for (int from = 0; from < waiting.size(); from += PHOTOS_AT_ONCE) {
            var now = waiting.subList(from, Math.min(waiting.size(), from + PHOTOS_AT_ONCE));
            var faces = CpuPool.ANALYSIS.runAll(now.stream()
                    .<Supplier<Optional<FaceVector>>>map(entry -> () -> face(entry.getValue()))
                    .toList());
            for (int i = 0; i < now.size(); i++) {
                var person = found.computeIfAbsent(now.get(i).getKey(), _ -> new ArrayList<>());
                faces.get(i).ifPresentOrElse(person::add, () -> leftOut++);
            }
            terminal.progress(Math.min(waiting.size(), from + PHOTOS_AT_ONCE) + " of " + waiting.size() + " photos");
        }
        return found;
    }

    private Optional<FaceVector> face(Path file) {
        try {
            Pixels pixels = decoder.decode(file);
            List<Face> faces = vision.analyseAll(pixels.turned(vision.uprightTurns(pixels)), LEAST_SCORE);
            return Optional.of(faces)
                    .filter(found -> found.size() == 1)
                    .map(List::getFirst)
                    .filter(face -> face.quality().norm() >= QualityThreshold.LEAST_NORM)
                    .map(Face::vector);
        } catch (PhotoException _) {
            return Optional.empty();
        }
    }

    /// Files by person, in the order of their names. A folder that cannot be read is passed over.
    private static Map<String, List<Path>> photosByPerson(Path folder) throws IOException {
        var people = new TreeMap<String, List<Path>>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    var parent = folder.relativize(file).getParent();
                    var person = parent == null ? "/" + file.getFileName() : parent.toString();
                    people.computeIfAbsent(person, _ -> new ArrayList<>()).add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (file.equals(folder)) {
                    throw e;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        people.values().forEach(photos -> photos.sort(null));
        return people;
    }
}
