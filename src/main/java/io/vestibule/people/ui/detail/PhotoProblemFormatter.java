package io.vestibule.people.ui.detail;

import io.vestibule.base.PersonId;
import io.vestibule.people.Person;
import io.vestibule.people.PersonStore;
import io.vestibule.people.PhotoFileState;
import io.vestibule.people.RefusalReason;
import io.vestibule.people.change.PhotoProblem;
import io.vestibule.ui.Strings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Text of a photo problem, in one sentence without figures. Reads names from the database: do not call it on
/// the FX thread.
final class PhotoProblemFormatter {

    private final PersonStore people;
    private final Strings strings;
    private final RelativeTimeFormatter relativeTimeFormatter;

    PhotoProblemFormatter(PersonStore people, Strings strings, RelativeTimeFormatter relativeTimeFormatter) {
        this.people = people;
        this.strings = strings;
        this.relativeTimeFormatter = relativeTimeFormatter;
    }

    /// @param name of the person who has the problem
    String format(PhotoProblem.Cause cause, String name) {
        return switch (cause) {
            case PhotoProblem.Cause.LowMatch _ -> text(RefusalReason.LOW_MATCH_CONFIDENCE, name);
            case PhotoProblem.Cause.DifferentUser different ->
                different
                        .holder()
                        .flatMap(this::name)
                        .map(holder -> strings.text("people.refusal-holder", holder))
                        .orElseGet(() -> text(RefusalReason.ASSOCIATED_TO_A_DIFFERENT_USER, name));
            case PhotoProblem.Cause.FaceNotFound _ -> text(RefusalReason.FACE_NOT_FOUND, name);
            case PhotoProblem.Cause.BadFile file ->
                strings.text(file.state() == PhotoFileState.MISSING ? "people.file-missing" : "people.file-damaged");
            case PhotoProblem.Cause.UserFull full ->
                full.here() < PhotoProblem.Cause.UserFull.MOST
                        ? strings.text("people.fault-full-elsewhere", name, full.here())
                        : text(RefusalReason.USER_FULL, name);
            case PhotoProblem.Cause.Updating updating ->
                strings.text("people.fault-updating", relativeTimeFormatter.relative(updating.since()));
            case PhotoProblem.Cause.Unindexed unindexed -> refused(unindexed.reasons(), name);
            case PhotoProblem.Cause.AlreadyThere _ -> text(RefusalReason.ALREADY_THERE, name);
            case PhotoProblem.Cause.FarFromOthers _ -> strings.text("people.fault-far", name);
        };
    }

    /// Why a photo was refused, by the reasons as the service spells them.
    String refused(List<String> reasons, String name) {
        return reasons.isEmpty()
                ? strings.text("people.photo-look")
                : reasons.stream()
                        .map(reason -> strings.text(RefusalReason.textKey(reason), name, reason))
                        .distinct()
                        .collect(Collectors.joining(" "));
    }

    private String text(RefusalReason reason, String name) {
        return strings.text(reason.textKey(), name, reason.name());
    }

    private Optional<String> name(PersonId id) {
        return people.find(id).map(Person::name);
    }
}
