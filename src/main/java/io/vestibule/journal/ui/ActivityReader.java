package io.vestibule.journal.ui;

import io.vestibule.base.PhotoId;
import io.vestibule.journal.CallStore;
import io.vestibule.journal.JobCounts;
import io.vestibule.journal.JobRecord;
import io.vestibule.journal.Journal;
import io.vestibule.journal.run.JobState;
import io.vestibule.journal.run.Step;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.FaceTile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.image.Image;

/// Reads what the screen shows, in the background. However long the journal is, only the lines asked for are read.
final class ActivityReader {

    static final double FACE = 32;

    /// What is to be read.
    ///
    /// @param limits how many jobs of each section at most
    record Query(Filter filter, Map<Section, Integer> limits, Optional<UUID> selected) {}

    record Answer(JobCounts counts, List<Line> lines, Optional<JobRow> selected) {}

    private final ActivityDesk desk;
    private final Journal journal;
    private final CallStore calls;
    private final Strings strings;
    private final Map<PhotoId, Image> faces = new ConcurrentHashMap<>();

    ActivityReader(ActivityDesk desk, Journal journal, CallStore calls, Strings strings) {
        this.desk = desk;
        this.journal = journal;
        this.calls = calls;
        this.strings = strings;
    }

    Answer read(Query query) {
        JobCounts counts = journal.counts();
        List<Line> lines = new ArrayList<>();
        List<PhotoId> shown = new ArrayList<>();
        for (Section section : query.filter().sections()) {
            int limit = query.limits().getOrDefault(section, 0);
            List<JobRow> rows =
                    jobs(section, limit).stream().map(job -> row(job, shown)).toList();
            long all = Math.max(count(section, counts), rows.size());
            if (rows.isEmpty()) {
                continue;
            }
            lines.add(new Line.Head(section, all));
            rows.forEach(row -> lines.add(new Line.Entry(row)));
            if (rows.size() == limit && all > limit) {
                lines.add(new Line.More(section, all - limit));
            }
        }
        Optional<JobRow> selected = query.selected().flatMap(journal::job).map(job -> row(job, shown));
        faces.keySet().retainAll(Set.copyOf(shown));
        return new Answer(counts, lines, selected);
    }

    Costs costs() {
        return Costs.of(desk.now(), desk.charged(), calls.month(desk.now()));
    }

    private List<JobRecord> jobs(Section section, int limit) {
        return switch (section) {
            case ATTENTION -> journal.jobs(Set.of(JobState.PARKED), Optional.empty(), limit);
            case UNDER_WAY -> journal.jobs(Set.of(JobState.WAITING, JobState.RUNNING), Optional.empty(), limit);
            case ENDED -> journal.ended(Optional.empty(), limit);
        };
    }

    private static long count(Section section, JobCounts counts) {
        return switch (section) {
            case ATTENTION -> counts.parked();
            case UNDER_WAY -> counts.underWay();
            case ENDED -> counts.ended();
        };
    }

    private JobRow row(JobRecord job, List<PhotoId> shown) {
        Optional<ActivityDesk.Who> who = desk.who(job);
        Optional<Step> current = job.current();
        return new JobRow(
                job,
                who.isPresent(),
                who.map(ActivityDesk.Who::name).orElseGet(() -> strings.text("journal.nobody")),
                who.flatMap(ActivityDesk.Who::photo).flatMap(photo -> image(photo, shown)),
                desk.jobWords(job),
                current.map(Step::kind).map(desk::stepWords).orElse(""),
                current.flatMap(Step::problem).map(strings::problem),
                job.state() != JobState.PARKED
                        && current.flatMap(Step::problem).filter(desk::usual).isPresent(),
                desk.canUndo(job),
                desk.canGiveUp(job),
                desk.canDecide(job));
    }

    /// Decoded once while it is listed, so that a reload changes only what changed.
    private Optional<Image> image(PhotoId photo, List<PhotoId> shown) {
        shown.add(photo);
        Optional<Image> known = Optional.ofNullable(faces.get(photo));
        Optional<Image> image = known.or(
                () -> desk.picture(photo).flatMap(bytes -> Optional.ofNullable(FaceTile.decode(bytes, FACE, null))));
        image.ifPresent(decoded -> faces.put(photo, decoded));
        return image;
    }
}
