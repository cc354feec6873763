package io.vestibule.app.tour;

import io.vestibule.enrol.SampleFlow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A person whom the tour enrols.
///
/// @param photos the photos with their labels for the report
/// @param probe a further photo to search with, which is not enrolled
record TourPerson(String name, List<Picture> photos, Optional<Picture> probe) {

    /// @param label for the report; at most the file's name
    @SuppressWarnings("ArrayRecordComponent") // read once, never written
    record Picture(String label, byte[] bytes) {}

    private static final List<String> REFUSED = List.of("group.jpg", "too-blurred.jpg");

    /// The bundled sample people, and two photos that must be rejected.
    static List<TourPerson> samples() {
        var subjects = new ArrayList<TourPerson>();
        for (var sample : SampleFlow.SAMPLES) {
            var photos = new ArrayList<>(
                    sample.photos().stream().map(TourPerson::shipped).toList());
            var first = subjects.isEmpty();
            if (first) {
                REFUSED.forEach(name -> photos.add(shipped("/assets/samples/" + name)));
            }
            subjects.add(new TourPerson(
                    sample.name(), photos, first ? Optional.of(shipped(SampleFlow.PROBE)) : Optional.empty()));
        }
        return subjects;
    }

    /// One person per folder, named after it; loose files together are one more. Of four or more photos the last one
    /// is not enrolled, but used to search for the person.
    static List<TourPerson> of(List<Path> paths) throws IOException {
        var subjects = new ArrayList<TourPerson>();
        var loose = new ArrayList<Path>();
        for (var path : paths) {
            if (Files.isDirectory(path)) {
                try (var files = Files.list(path)) {
                    var photos = files.filter(Files::isRegularFile).sorted().toList();
                    subjects.add(own(String.valueOf(path.getFileName()), photos));
                }
            } else {
                loose.add(path);
            }
        }
        if (!loose.isEmpty()) {
            subjects.add(own("Guest", loose));
        }
        return subjects;
    }

    private static TourPerson own(String name, List<Path> files) throws IOException {
        var photos = new ArrayList<Picture>();
        for (var file : files) {
            photos.add(new Picture(String.valueOf(file.getFileName()), Files.readAllBytes(file)));
        }
        var spare = photos.size() >= 4;
        return new TourPerson(name, photos, spare ? Optional.of(photos.removeLast()) : Optional.empty());
    }

    private static Picture shipped(String path) {
        return new Picture(path.substring("/assets/samples/".length()), SampleFlow.read(path));
    }
}
