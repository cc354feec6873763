package io.vestibule.bulk;

import io.vestibule.base.Sha256;
import io.vestibule.bulk.list.ListedPerson;
import io.vestibule.bulk.list.ListedPerson.Consent;
import io.vestibule.bulk.source.PhotoFiles;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.PhotoIntake;
import io.vestibule.enrol.PhotoIntake.IntakeResult;
import io.vestibule.people.Person;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Checks one row with its photos. Sends and stores nothing. Thread-safe.
final class RowCheck {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ImportContext context;
    private final ImportRun run;
    private final RowDetails details;
    private final PhotoIntake intake;
    private final PhotoFiles photos;
    private final ErasedBefore erased;

    /// @param face of the first photo that passed the check
    @SuppressWarnings("ArrayRecordComponent") // read once
    record Checked(ImportRow row, Optional<Face> face) {}

    /// @param vector of the embedded engine
    @SuppressWarnings("ArrayRecordComponent") // read once
    record Face(byte[] thumbnail, byte[] vector) {}

    /// @param intake without the screening, which would send the photos
    RowCheck(ImportContext context, ImportRun run, RowDetails details, PhotoIntake intake, PhotoFiles photos) {
        this.context = context;
        this.run = run;
        this.details = details;
        this.intake = intake;
        this.photos = photos;
        this.erased = new ErasedBefore(context.suppressed(), run.company());
    }

    Checked check(ListedPerson listed) {
        return check(listed, Map.of());
    }

    /// @param picks faces of group photos that a person picked, by the photo
    Checked check(ListedPerson listed, Map<String, FacePick> picks) {
        var issues = new ArrayList<RowIssue>();
        listed.problems().forEach(problem -> issues.add(RowIssue.refusing(problem)));
        var files = read(listed, issues);
        var known = context.keys().find(run.company(), listed.key());
        var person = known.flatMap(key -> context.enrol().people().persons().find(key.person()))
                .filter(found -> found.removed().isEmpty());
        var digest = digest(listed, files);
        boolean unchanged = issues.stream().noneMatch(RowIssue::refuses)
                && person.isPresent()
                && known.filter(key -> key.digest().equals(digest)).isPresent();
        if (unchanged) {
            var content = RowContent.checked(listed, List.of(), RowAction.UPDATE, digest, List.of());
            return new Checked(
                    ImportRow.checked(run.id(), RowState.UNCHANGED, person.map(Person::id), content), Optional.empty());
        }
        validate(listed, issues);
        return analysed(new Reading(listed, files, picks), issues, person, digest);
    }

    /// @param files bytes of the photos that can be read
    private record Reading(ListedPerson listed, Map<String, byte[]> files, Map<String, FacePick> picks) {}

    private Checked analysed(Reading reading, List<RowIssue> issues, Optional<Person> person, String digest) {
        var drafts = new ArrayList<DraftPhoto>();
        var digests = new ArrayList<RowContent.PhotoDigest>();
        var ofPhotos = new ArrayList<RowIssue>();
        var holder = Optional.<Person>empty();
        for (var file : reading.files().entrySet()) {
            var pick = Optional.ofNullable(reading.picks().get(file.getKey()));
            var result = FacePick.process(intake, file.getValue(), pick);
            var draft = draft(result, ofPhotos);
            if (draft.isPresent()) {
                drafts.add(draft.get());
                digests.add(new RowContent.PhotoDigest(file.getKey(), Sha256.hex(file.getValue()), pick));
            }
            if (result instanceof IntakeResult.AlreadySaved saved
                    && person.filter(saved.holder()::equals).isEmpty()) {
                holder = Optional.of(saved.holder());
            }
        }
        if (person.isEmpty() && holder.isEmpty() && erased.is(reading.listed(), drafts)) {
            issues.add(RowIssue.refusing(new BulkFailure.ErasedBefore().problem()));
        }
        // With another photo that is good, a bad one is only left out.
        ofPhotos.forEach(issue -> issues.add(drafts.isEmpty() ? issue : issue.asWarning()));
        intake.outliers(drafts).stream()
                .limit(1)
                .forEach(_ -> issues.add(new RowIssue("finding.unlike-the-others", List.of(), false)));
        var content = RowContent.checked(
                reading.listed(),
                issues.stream()
                        .distinct()
                        .sorted((one, other) -> Boolean.compare(other.refuses(), one.refuses()))
                        .toList(),
                person.isPresent() ? RowAction.UPDATE : RowAction.ADD,
                digest,
                digests);
        content = holder.isPresent() ? content.withSimilar(holder.get().id(), 100) : content;
        var state = content.waitsForPick() || (holder.isPresent() && !content.isRefused())
                ? RowState.ASK
                : content.isRefused() ? RowState.REFUSED : RowState.READY;
        return new Checked(
                ImportRow.checked(run.id(), state, person.map(Person::id), content),
                drafts.stream().findFirst().map(RowCheck::face));
    }

    /// The bytes of each photo that can be read, by its path.
    private Map<String, byte[]> read(ListedPerson listed, List<RowIssue> issues) {
        var files = new LinkedHashMap<String, byte[]>();
        if (listed.consent() == Consent.DECLINED) {
            return files;
        }
        var missing = new ArrayList<RowIssue>();
        for (var reference : listed.photos()) {
            try {
                files.put(reference, photos.read(reference));
            } catch (BulkException e) {
                missing.add(RowIssue.refusing(e.problem()));
            }
        }
        missing.forEach(issue -> issues.add(files.isEmpty() ? issue : issue.asWarning()));
        if (listed.photos().isEmpty() && listed.consent() == Consent.GIVEN) {
            issues.add(RowIssue.warning(new BulkFailure.PhotoNone().problem()));
        }
        return files;
    }

    private void validate(ListedPerson listed, List<RowIssue> issues) {
        if (!details.knowsSites(listed.sites())) {
            issues.add(RowIssue.refusing(new BulkFailure.SiteUnknown().problem()));
        }
        if (listed.problems().isEmpty()) {
            details.of(listed).problems(context.enrol().clock().instant()).stream()
                    .map(RowIssue::refusing)
                    .forEach(issues::add);
        }
    }

    private static Optional<DraftPhoto> draft(IntakeResult result, List<RowIssue> issues) {
        return switch (result) {
            case IntakeResult.Accepted accepted -> {
                accepted.photo().findings().stream().map(RowIssue::of).forEach(issues::add);
                yield Optional.of(accepted.photo());
            }
            case IntakeResult.AlreadySaved saved -> Optional.of(saved.photo());
            case IntakeResult.Rejected rejected -> {
                rejected.findings().stream().map(RowIssue::of).forEach(issues::add);
                yield Optional.empty();
            }
            case IntakeResult.MultipleFaces _ -> {
                issues.add(new RowIssue(RowContent.SEVERAL_FACES, List.of(), true));
                yield Optional.empty();
            }
            case IntakeResult.Unreadable unreadable -> {
                issues.add(RowIssue.refusing(unreadable.problem()));
                yield Optional.empty();
            }
        };
    }

    private static Face face(DraftPhoto draft) {
        var values = draft.face().vector().values();
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        return new Face(draft.thumbnail(), bytes.array());
    }

    /// Of everything that the row says, without its place in the list.
    private static String digest(ListedPerson listed, Map<String, byte[]> files) {
        var values = new ListedPerson(
                0,
                listed.key(),
                listed.name(),
                listed.kind(),
                listed.contact(),
                listed.sites(),
                listed.note(),
                listed.expires(),
                listed.consent(),
                listed.consentOn(),
                listed.photos(),
                List.of());
        var text = new StringBuilder(JSON.writeValueAsString(values));
        files.values().forEach(file -> text.append(Sha256.hex(file)));
        return Sha256.hex(text.toString());
    }
}
