package io.vestibule.people.ui.detail;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.Site;
import io.vestibule.people.change.PhotoProblem;
import io.vestibule.people.ui.PeopleParts;
import io.vestibule.people.ui.PeoplePort;
import io.vestibule.ui.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the details of one person, in the background.
public final class PersonReader {

    private final PeoplePort port;
    private final PeopleParts parts;
    private final Strings strings;
    private final RelativeTimeFormatter relativeTimeFormatter;
    private final PhotoProblemFormatter problemFormatter;

    public PersonReader(PeoplePort port, PeopleParts parts, Strings strings) {
        this.port = port;
        this.parts = parts;
        this.strings = strings;
        this.relativeTimeFormatter = new RelativeTimeFormatter(port::now, strings);
        this.problemFormatter = new PhotoProblemFormatter(parts.people().persons(), strings, relativeTimeFormatter);
    }

    /// Empty for a person who is erased or hidden.
    public Optional<PersonDetail> detail(PersonId id) {
        return parts.people()
                .persons()
                .find(id)
                .filter(person -> person.removed().isEmpty())
                .map(this::detail);
    }

    private PersonDetail detail(Person person) {
        EnrolmentStatus enrolmentStatus = parts.statuses().statusOf(person);
        parts.people().persons().setStatus(person.id(), enrolmentStatus.state());
        List<PhotoRecord> photos = parts.people().photos().findByPerson(person.id());
        Map<PhotoId, IndexedFace> faces = parts.statuses().faces(person).stream()
                .collect(Collectors.toMap(IndexedFace::photo, Function.identity(), (one, _) -> one));
        List<PhotoProblem> problems = parts.repairs().problemsOf(person.id());
        Map<PhotoId, PhotoProblem> ofPhotos = problems.stream()
                .filter(photoProblem -> photoProblem.photo().isPresent())
                .collect(Collectors.toMap(
                        problem -> problem.photo().orElseThrow(), Function.identity(), (one, _) -> one));
        List<PersonPhoto> shown = photos.stream()
                .map(photo -> photo(
                        photo,
                        Optional.ofNullable(faces.get(photo.id())),
                        Optional.ofNullable(ofPhotos.get(photo.id())),
                        person.name()))
                .flatMap(Optional::stream)
                .toList();
        List<Site> sites = port.sites();
        return new PersonDetail(
                person,
                enrolmentStatus,
                face(photos, faces),
                facts(person, sites),
                shown,
                problems.stream()
                        .filter(problem -> problem.photo().isEmpty())
                        .findFirst()
                        .map(problem -> new PersonDetail.PersonProblem(
                                problem, problemFormatter.format(problem.cause(), person.name()))),
                history(person, photos),
                sites);
    }

    /// The first associated photo, else the first: photos are ordered by how representative they are of the person.
    private static Optional<PhotoId> face(List<PhotoRecord> photos, Map<PhotoId, IndexedFace> faces) {
        return photos.stream()
                .map(PhotoRecord::id)
                .filter(id -> faces.containsKey(id) && faces.get(id).state() == FaceState.ASSOCIATED)
                .findFirst()
                .or(() -> photos.stream().map(PhotoRecord::id).findFirst());
    }

    private Optional<PersonPhoto> photo(
            PhotoRecord photo, Optional<IndexedFace> face, Optional<PhotoProblem> problem, String name) {
        PhotoId id = photo.id();
        FaceState state = face.map(IndexedFace::state).orElse(FaceState.CAPTURED);
        if (problem.isPresent()) {
            PhotoProblem found = problem.get();
            boolean quiet = found.cause() instanceof PhotoProblem.Cause.AlreadyThere;
            return Optional.of(new PersonPhoto(
                    id,
                    quiet ? PersonPhoto.Group.DONE : PersonPhoto.Group.LOOK,
                    problemFormatter.format(found.cause(), name),
                    quiet ? Optional.empty() : problem));
        }
        PersonPhoto.Group group = switch (state) {
            case ASSOCIATED -> PersonPhoto.Group.DONE;
            case REFUSED -> PersonPhoto.Group.LOOK;
            case NOT_ASSOCIATED -> photo.accepted() ? PersonPhoto.Group.WAY : PersonPhoto.Group.LOOK;
            default -> PersonPhoto.Group.WAY;
        };
        String words = switch (group) {
            case DONE -> strings.text(photo.accepted() ? "people.photo-accepted" : "people.photo-done");
            case WAY -> strings.text("people.photo-way");
            case LOOK -> problemFormatter.refused(face.map(IndexedFace::reasons).orElse(List.of()), name);
        };
        return Optional.of(new PersonPhoto(id, group, words, Optional.empty()));
    }

    private List<PersonDetail.Fact> facts(Person person, List<Site> sites) {
        List<PersonDetail.Fact> facts = new ArrayList<>();
        add(facts, "people.kind-label", strings.constant("people.kind", person.kind()), "");
        add(
                facts,
                "people.sites",
                sites.stream()
                        .filter(site -> person.sites().contains(site.id()))
                        .map(Site::name)
                        .collect(Collectors.joining(", ")),
                "");
        add(facts, "people.host", person.contact().host(), "");
        add(facts, "people.email", person.contact().email(), "");
        add(facts, "people.phone", person.contact().phone(), "");
        add(facts, "people.note", person.note(), "");
        add(
                facts,
                "people.expires",
                person.expires().map(relativeTimeFormatter::ahead).orElse(strings.text("people.expires-never")),
                person.expires().map(relativeTimeFormatter::exact).orElse(""));
        parts.people()
                .holds()
                .find(person.id(), port.now())
                .ifPresent(hold -> add(
                        facts,
                        "people.hold",
                        strings.text("people.hold-until", relativeTimeFormatter.exact(hold.until())),
                        ""));
        Optional<LegalBasis> basis = parts.people().bases().inForce(person.id(), person.kind());
        add(
                facts,
                "people.basis",
                basis.map(this::words).orElse(strings.text("people.basis-none")),
                basis.map(LegalBasis::at).map(relativeTimeFormatter::exact).orElse(""));
        return facts;
    }

    private void add(List<PersonDetail.Fact> facts, String key, String value, String exact) {
        if (!value.isBlank()) {
            facts.add(new PersonDetail.Fact(strings.text(key), value, exact));
        }
    }

    private String words(LegalBasis basis) {
        return switch (basis) {
            case LegalBasis.Consent consent -> strings.constant("people.consent", consent.method());
            case LegalBasis.Declined _ -> strings.text("people.basis-declined");
            case LegalBasis.Reason reason ->
                strings.text("people.basis-reason", reason.basis(), relativeTimeFormatter.date(reason.review()));
        };
    }

    private List<PersonDetail.Fact> history(Person person, List<PhotoRecord> photos) {
        List<String> subjects = Stream.concat(
                        Stream.of(person.id().toString()),
                        photos.stream().map(photo -> photo.id().toString()))
                .toList();
        return port.history(subjects).stream()
                .map(historyEntry -> new PersonDetail.Fact(
                        relativeTimeFormatter.relative(historyEntry.at()),
                        historyEntry
                                .operator()
                                .map(name -> strings.text("people.history-by", deed(historyEntry.action()), name))
                                .orElseGet(() -> deed(historyEntry.action())),
                        relativeTimeFormatter.exact(historyEntry.at())))
                .toList();
    }

    private String deed(String action) {
        return switch (action) {
            case "person.enrolled" -> strings.text("people.past-enrolled");
            case "person.renewed" -> strings.text("people.past-renewed");
            case "person.edited" -> strings.text("people.past-edited");
            case "person.consent-withdrawn" -> strings.text("people.past-consent-withdrawn");
            case "person.removed-by-list" -> strings.text("people.past-removed-by-list");
            case "person.handed-over" -> strings.text("people.past-handed-over");
            case "person.asked" -> strings.text("people.past-asked");
            case "person.renamed" -> strings.text("people.past-renamed");
            case "person.erased-again" -> strings.text("people.past-erased-again");
            case "person.held" -> strings.text("people.past-held");
            case "person.hold-lifted" -> strings.text("people.past-hold-lifted");
            case "person.extended" -> strings.text("people.past-extended");
            case "person.reviewed" -> strings.text("people.past-reviewed");
            case "person.removed" -> strings.text("people.past-removed");
            case "person.restored" -> strings.text("people.past-restored");
            case "person.merged" -> strings.text("people.past-merged");
            case "person.photos-added" -> strings.text("people.past-photos-added");
            case "person.enrolment-undone" -> strings.text("people.past-enrolment-undone");
            case "person.updated" -> strings.text("people.past-updated");
            case "person.adopted" -> strings.text("people.past-adopted");
            case "person.different" -> strings.text("people.past-different");
            case "person.expired" -> strings.text("people.past-expired");
            case "person.edit-undone" -> strings.text("people.past-edit-undone");
            case "person.renewal-undone" -> strings.text("people.past-renewal-undone");
            case "person.merge-undone" -> strings.text("people.past-merge-undone");
            case "person.erased-elsewhere" -> strings.text("people.past-erased-elsewhere");
            case "photo.replaced" -> strings.text("people.past-photo-replaced");
            case "photo.erased-again" -> strings.text("people.past-photo-erased-again");
            case "photo.expired" -> strings.text("people.past-photo-expired");
            case "photo.move-undone" -> strings.text("people.past-photo-move-undone");
            case "photo.indexed-again" -> strings.text("people.past-photo-indexed-again");
            case "photo.left-as-is" -> strings.text("people.past-photo-left-as-is");
            case "photo.moved" -> strings.text("people.past-photo-moved");
            case "photo.removed" -> strings.text("people.past-photo-removed");
            case "photo.restored" -> strings.text("people.past-photo-restored");
            case "photo.looked-at" -> strings.text("people.past-photo-looked-at");
            case "document.alike" -> strings.text("people.past-document-alike");
            case "document.unlike" -> strings.text("people.past-document-unlike");
            case "document.no-face" -> strings.text("people.past-document-no-face");
            case "photo.acceptance-undone" -> strings.text("people.past-acceptance-undone");
            case "person.photo-moved-here" -> strings.text("people.past-photo-moved-here");
            case "person.photo-moved-away" -> strings.text("people.past-photo-moved-away");
            case "photo.accepted-lower" -> strings.text("people.past-accepted-lower");
            default -> action;
        };
    }
}
