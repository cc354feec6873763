package io.vestibule.app.desktop;

import io.vestibule.app.wiring.House;
import io.vestibule.check.Finding;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.enrol.PhotoIntake.Taken;
import io.vestibule.people.WhoIs;
import io.vestibule.photo.Pixels;
import io.vestibule.ui.Strings;
import java.nio.file.Path;
import java.util.List;

/// Asks the collection who a photo shows; of a group the largest face. Nothing is stored.
final class PhotoQuestion implements WhoIs {

    private final House house;
    private final Strings strings;

    PhotoQuestion(House house, Strings strings) {
        this.house = house;
        this.strings = strings;
    }

    @Override
    public Answer of(Path picture) {
        return answer(house.enrol().intake().unscreened().take(picture));
    }

    @Override
    public Answer of(Pixels picture) {
        return answer(house.enrol().intake().unscreened().take(picture));
    }

    private Answer answer(Taken taken) {
        return switch (taken) {
            case Taken.Accepted accepted ->
                asked(accepted.photo().thumbnail(), accepted.photo().photo().bytes());
            case Taken.Known known ->
                asked(known.photo().thumbnail(), known.photo().photo().bytes());
            case Taken.Group group ->
                answer(house.enrol()
                        .intake()
                        .unscreened()
                        .pick(group, group.faces().getFirst()));
            case Taken.Rejected rejected -> new Answer.NoFace(rejected.thumbnail(), words(rejected.findings()));
            case Taken.Unreadable unreadable -> new Answer.Unreadable(unreadable.problem());
        };
    }

    private Answer asked(byte[] thumbnail, byte[] jpeg) {
        var matches = house.enrol().enrol().whoIs(jpeg);
        return new Answer.Asked(
                thumbnail,
                matches.stream()
                        .map(match -> new WhoIs.Match(
                                match.person().id(), match.person().name(), match.similarity()))
                        .toList(),
                EnrolKeys.read(house.cellar().settings(), house.engine().thresholds())
                        .search(),
                matches.stream().map(match -> match.engine()).findFirst().orElse(""));
    }

    private List<String> words(List<Finding> findings) {
        return findings.stream()
                .map(Finding::reason)
                .map(reason -> strings.text(reason.what()) + " " + strings.text(reason.advice()))
                .limit(2)
                .toList();
    }
}
