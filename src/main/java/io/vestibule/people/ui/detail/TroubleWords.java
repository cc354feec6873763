package io.vestibule.people.ui.detail;

import io.vestibule.base.PersonId;
import io.vestibule.people.Person;
import io.vestibule.people.PersonStore;
import io.vestibule.people.change.Trouble;
import io.vestibule.people.ui.PeopleDesk;
import io.vestibule.ui.Strings;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is wrong, in one sentence without figures. Reads names: not for the FX thread.
final class TroubleWords {

    private final PersonStore people;
    private final PeopleDesk desk;
    private final Strings strings;
    private final Times times;

    TroubleWords(PersonStore people, PeopleDesk desk, Strings strings, Times times) {
        this.people = people;
        this.desk = desk;
        this.strings = strings;
        this.times = times;
    }

    /// @param name of the person whose the trouble is
    String of(Trouble.Fault fault, String name) {
        return switch (fault) {
            case Trouble.Fault.LowMatch _ -> strings.text("people.fault-low-match", name);
            case Trouble.Fault.DifferentUser different ->
                different
                        .holder()
                        .flatMap(this::name)
                        .map(holder -> strings.text("people.fault-different-user", holder))
                        .orElseGet(() -> strings.text("people.fault-different-unknown"));
            case Trouble.Fault.FaceNotFound _ -> strings.text("people.fault-face-not-found");
            case Trouble.Fault.UserFull _ -> strings.text("people.fault-user-full", name);
            case Trouble.Fault.Updating updating ->
                strings.text("people.fault-updating", times.relative(updating.since()));
            case Trouble.Fault.Unindexed unindexed ->
                unindexed.reasons().isEmpty()
                        ? strings.text("people.photo-look")
                        : unindexed.reasons().stream()
                                .map(desk::reasonWords)
                                .distinct()
                                .collect(Collectors.joining(" "));
            case Trouble.Fault.AlreadyThere _ -> strings.text("people.fault-already-there", name);
            case Trouble.Fault.FarFromOthers _ -> strings.text("people.fault-far", name);
        };
    }

    private Optional<String> name(PersonId id) {
        return people.find(id).map(Person::name);
    }
}
