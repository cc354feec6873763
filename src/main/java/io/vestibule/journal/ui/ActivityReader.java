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

/// Reads the data of the screen, in the background. However long the journal is, only the lines requested are read.
final class ActivityReader {

    static final double FACE = 32;

    /// What to read.
    ///
    /// @param limits maximum number of jobs of each section
    record Query(ActivityFilter filter, Map<ActivitySection, Integer> limits, Optional<UUID> selected) {}

    record Answer(JobCounts counts, List<ActivityLine> lines, Optional<JobRow> selected) {}

    private final ActivityPort port;
    private final Journal journal;
    private final CallStore calls;
    private final Strings strings;
    private final Map<PhotoId, Image> faces = new ConcurrentHashMap<>();

    ActivityReader(ActivityPort port, Journal journal, CallStore calls, Strings strings) {
        this.port = port;
        this.journal = journal;
        this.calls = calls;
        this.strings = strings;
    }

    Answer read(Query query) {
        JobCounts counts = journal.counts();
        List<ActivityLine> lines = new ArrayList<>();
        List<PhotoId> shown = new ArrayList<>();
        for (ActivitySection activitySection : query.filter().sections()) {
            int limit = query.limits().getOrDefault(activitySection, 0);
            List<JobRow> rows = jobs(activitySection, limit).stream()
                    .map(job -> row(job, shown))
                    .toList();
            long all = Math.max(count(activitySection, counts), rows.size());
            if (rows.isEmpty()) {
                continue;
            }
            lines.add(new ActivityLine.SectionHeader(activitySection, all));
            rows.forEach(row -> lines.add(new ActivityLine.JobLine(row)));
            if (rows.size() == limit && all > limit) {
                lines.add(new ActivityLine.LoadMoreLine(activitySection, all - limit));
            }
        }
        Optional<JobRow> selected = query.selected().flatMap(journal::job).map(job -> row(job, shown));
        faces.keySet().retainAll(Set.copyOf(shown));
        return new Answer(counts, lines, selected);
    }

    MonthlyCosts costs() {
        return MonthlyCosts.of(port.now(), port.isCharged(), calls.monthCounts(port.now()));
    }

    private List<JobRecord> jobs(ActivitySection activitySection, int limit) {
        return switch (activitySection) {
            case ATTENTION -> journal.jobs(Set.of(JobState.PARKED), Optional.empty(), limit);
            case UNDER_WAY -> journal.jobs(Set.of(JobState.WAITING, JobState.RUNNING), Optional.empty(), limit);
            case ENDED -> journal.ended(Optional.empty(), limit);
        };
    }

    private static long count(ActivitySection activitySection, JobCounts counts) {
        return switch (activitySection) {
            case ATTENTION -> counts.parked();
            case UNDER_WAY -> counts.underWay();
            case ENDED -> counts.ended();
        };
    }

    private JobRow row(JobRecord job, List<PhotoId> shown) {
        Optional<ActivityPort.PersonSummary> who = port.personOf(job);
        Optional<Step> current = job.current();
        return new JobRow(
                job,
                who.isPresent(),
                who.map(ActivityPort.PersonSummary::name).orElseGet(() -> strings.text("journal.nobody")),
                who.flatMap(ActivityPort.PersonSummary::photo).flatMap(photo -> image(photo, shown)),
                port.jobText(job),
                current.map(Step::kind).map(port::stepText).orElse(""),
                current.flatMap(Step::problem).map(strings::problem),
                job.state() != JobState.PARKED
                        && current.flatMap(Step::problem)
                                .filter(port::isExpectedWait)
                                .isPresent(),
                port.canUndo(job),
                port.canGiveUp(job),
                port.canDecide(job));
    }

    /// Cached while the job is listed, so that a reload replaces no unchanged picture.
    private Optional<Image> image(PhotoId photo, List<PhotoId> shown) {
        shown.add(photo);
        Optional<Image> known = Optional.ofNullable(faces.get(photo));
        Optional<Image> image = known.or(
                () -> port.picture(photo).flatMap(bytes -> Optional.ofNullable(FaceTile.decode(bytes, FACE, null))));
        image.ifPresent(decoded -> faces.put(photo, decoded));
        return image;
    }
}
