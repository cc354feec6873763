package io.vestibule.people.ui.detail;

import io.vestibule.base.PersonId;
import io.vestibule.people.Person;
import io.vestibule.people.PersonStore;
import io.vestibule.people.change.PhotoProblem;
import io.vestibule.people.ui.PeoplePort;
import io.vestibule.ui.Strings;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is wrong, in one sentence without figures. Reads names: not for the FX thread.
final class PhotoProblemFormatter {

    private final PersonStore people;
    private final PeoplePort port;
    private final Strings strings;
    private final RelativeTimeFormatter relativeTimeFormatter;

    PhotoProblemFormatter(
            PersonStore people, PeoplePort port, Strings strings, RelativeTimeFormatter relativeTimeFormatter) {
        this.people = people;
        this.port = port;
        this.strings = strings;
        this.relativeTimeFormatter = relativeTimeFormatter;
    }

    /// @param name of the person whose the trouble is
    String format(PhotoProblem.Cause cause, String name) {
        return switch (cause) {
            case PhotoProblem.Cause.LowMatch _ -> strings.text("people.fault-low-match", name);
            case PhotoProblem.Cause.DifferentUser different ->
                different
                        .holder()
                        .flatMap(this::name)
                        .map(holder -> strings.text("people.fault-different-user", holder))
                        .orElseGet(() -> strings.text("people.fault-different-unknown"));
            case PhotoProblem.Cause.FaceNotFound _ -> strings.text("people.fault-face-not-found");
            case PhotoProblem.Cause.UserFull _ -> strings.text("people.fault-user-full", name);
            case PhotoProblem.Cause.Updating updating ->
                strings.text("people.fault-updating", relativeTimeFormatter.relative(updating.since()));
            case PhotoProblem.Cause.Unindexed unindexed ->
                unindexed.reasons().isEmpty()
                        ? strings.text("people.photo-look")
                        : unindexed.reasons().stream()
                                .map(port::reasonText)
                                .distinct()
                                .collect(Collectors.joining(" "));
            case PhotoProblem.Cause.AlreadyThere _ -> strings.text("people.fault-already-there", name);
            case PhotoProblem.Cause.FarFromOthers _ -> strings.text("people.fault-far", name);
        };
    }

    private Optional<String> name(PersonId id) {
        return people.find(id).map(Person::name);
    }
}
