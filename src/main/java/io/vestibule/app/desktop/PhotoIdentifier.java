package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.check.Finding;
import io.vestibule.enrol.PhotoIntake.IntakeResult;
import io.vestibule.people.PhotoSearch;
import io.vestibule.photo.Pixels;
import io.vestibule.privacy.AuditAction;
import io.vestibule.ui.Strings;
import java.nio.file.Path;
import java.util.List;

/// Searches the collection for the person in a photo; in a group photo for the largest face. Nothing is stored.
final class PhotoIdentifier implements PhotoSearch {

    private final Application application;
    private final Strings strings;

    PhotoIdentifier(Application application, Strings strings) {
        this.application = application;
        this.strings = strings;
    }

    @Override
    public SearchResult search(Path picture) {
        return answer(application.enrol().intake().withoutScreening().process(picture));
    }

    @Override
    public SearchResult search(Pixels picture) {
        return answer(application.enrol().intake().withoutScreening().process(picture));
    }

    private SearchResult answer(IntakeResult intakeResult) {
        return switch (intakeResult) {
            case IntakeResult.Accepted accepted ->
                searchPhoto(
                        accepted.photo().thumbnail(), accepted.photo().photo().bytes());
            case IntakeResult.AlreadySaved alreadySaved ->
                searchPhoto(
                        alreadySaved.photo().thumbnail(),
                        alreadySaved.photo().photo().bytes());
            case IntakeResult.MultipleFaces multipleFaces ->
                answer(application
                        .enrol()
                        .intake()
                        .withoutScreening()
                        .processSelectedFace(
                                multipleFaces, multipleFaces.faces().getFirst()));
            case IntakeResult.Rejected rejected ->
                new SearchResult.NoFace(rejected.thumbnail(), words(rejected.findings()));
            case IntakeResult.Unreadable unreadable -> new SearchResult.Unreadable(unreadable.problem());
        };
    }

    private SearchResult searchPhoto(byte[] thumbnail, byte[] jpeg) {
        var enrol = application.enrol().enrol();
        var matches = enrol.identify(jpeg);
        application
                .storage()
                .log()
                .append(
                        AuditAction.SEARCH_BY_FACE.code(),
                        matches.stream()
                                .findFirst()
                                .map(match -> match.person().id().toString())
                                .orElse(""));
        return new SearchResult.Searched(
                thumbnail,
                matches.stream()
                        .map(personMatch -> new PhotoSearch.Candidate(
                                personMatch.person().id(), personMatch.person().name(), personMatch.similarity()))
                        .toList(),
                enrol.searchThreshold(),
                matches.stream().map(match -> match.engine()).findFirst().orElse(""),
                enrol.people());
    }

    private List<String> words(List<Finding> findings) {
        return findings.stream()
                .map(Finding::reason)
                .map(reason -> strings.text(reason.whatKey()) + " " + strings.text(reason.adviceKey()))
                .limit(2)
                .toList();
    }
}
