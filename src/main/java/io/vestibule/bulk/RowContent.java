package io.vestibule.bulk;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.bulk.list.ListedPerson;
import io.vestibule.people.change.PersonEdit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What is known of a row, sealed in the database.
///
/// @param issues what is wrong with it, what refuses it first
/// @param digest of the values and the bytes of the photos: whether a row of a later list is the same
/// @param photoDigests of the bytes of the photos that passed the check, by their path
/// @param similar the person who is enrolled and looks the same, if any
/// @param similarity of that person or row, 0..100; 0 if there is none
/// @param before the values of an updated person before the import, for the undo
/// @param added the photos that the import added to an updated person
public record RowContent(
        ListedPerson listed,
        List<RowIssue> issues,
        RowAction action,
        String digest,
        List<PhotoDigest> photoDigests,
        Optional<PersonId> similar,
        float similarity,
        RowDecision decision,
        Optional<PersonEdit> before,
        List<PhotoId> added) {

    /// @param reference path of the photo
    /// @param sha256 of the file
    /// @param pick of a group photo
    public record PhotoDigest(String reference, String sha256, Optional<FacePick> pick) {

        public PhotoDigest {
            // Rows of an earlier version have none.
            pick = Objects.requireNonNullElse(pick, Optional.empty());
        }
    }

    private static final String SAME_FACE =
            new BulkFailure.SameFace(0).problem().code();

    static final String SEVERAL_FACES = "finding.several-faces";

    public RowContent {
        issues = List.copyOf(issues);
        photoDigests = List.copyOf(photoDigests);
        added = List.copyOf(added);
    }

    static RowContent checked(
            ListedPerson listed, List<RowIssue> issues, RowAction action, String digest, List<PhotoDigest> photos) {
        return new RowContent(
                listed,
                issues,
                action,
                digest,
                photos,
                Optional.empty(),
                0,
                RowDecision.NONE,
                Optional.empty(),
                List.of());
    }

    public boolean isRefused() {
        return issues.stream().anyMatch(RowIssue::refuses);
    }

    /// The earlier row whose face looks the same.
    public Optional<Integer> sameFace() {
        return issues.stream()
                .filter(issue -> issue.code().equals(SAME_FACE))
                .flatMap(issue -> issue.arguments().stream().limit(1))
                .map(Integer::valueOf)
                .findFirst();
    }

    /// Whether a person has to pick a face before anything else can be said of the row.
    public boolean waitsForPick() {
        var refusing = issues.stream().filter(RowIssue::refuses).toList();
        return !refusing.isEmpty()
                && refusing.stream().allMatch(issue -> issue.code().equals(SEVERAL_FACES));
    }

    RowContent withIssues(List<RowIssue> other) {
        return new RowContent(
                listed, other, action, digest, photoDigests, similar, similarity, decision, before, added);
    }

    RowContent withSimilar(PersonId person, float how) {
        return new RowContent(
                listed, issues, action, digest, photoDigests, Optional.of(person), how, decision, before, added);
    }

    RowContent withDecision(RowDecision made) {
        return new RowContent(listed, issues, action, digest, photoDigests, similar, similarity, made, before, added);
    }

    RowContent withUndo(Optional<PersonEdit> values, List<PhotoId> photos) {
        return new RowContent(
                listed, issues, action, digest, photoDigests, similar, similarity, decision, values, photos);
    }
}
