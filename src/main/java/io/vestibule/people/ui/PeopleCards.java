package io.vestibule.people.ui;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.people.ConsentWording;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.Person;
import io.vestibule.people.PersonPage;
import io.vestibule.people.PersonQuery;
import io.vestibule.people.PhotoSearch;
import io.vestibule.people.change.PersonRuleReferences;
import io.vestibule.people.change.PhotoProblem;
import io.vestibule.people.ui.detail.DetailCards;
import io.vestibule.people.ui.detail.PersonDetail;
import io.vestibule.people.ui.detail.PersonPhoto;
import io.vestibule.people.ui.detail.PersonReader;
import io.vestibule.people.ui.detail.RelativeTimeFormatter;
import io.vestibule.people.ui.repair.AcceptCard;
import io.vestibule.people.ui.repair.MergeCard;
import io.vestibule.people.ui.repair.PersonPicker;
import io.vestibule.people.ui.repair.RenewCard;
import io.vestibule.people.ui.repair.RepairCard;
import io.vestibule.photo.Pixels;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.PictureInput;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.FaceTile;
import io.vestibule.ui.control.Overlay;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/// Opens the cards of this screen, and performs what the operator chooses on them.
final class PeopleCards implements DetailCards {

    private static final int FOUND = 20;

    private final PeopleModel model;
    private final Strings strings;
    private final FilePicker files;
    private final Overlay overlay;
    private final PersonReader reader;

    PeopleCards(PeopleModel model, Strings strings, FilePicker files, Overlay overlay) {
        this.model = model;
        this.strings = strings;
        this.files = files;
        this.overlay = overlay;
        this.reader = new PersonReader(model.port(), model.parts(), strings);
        model.actions().setRulesQuestion(this::showRulesCard);
    }

    /// Shows the rules that reference a person who is being removed or merged, with one action for all of them.
    private void showRulesCard(
            List<PersonRuleReferences.RuleReference> rules, boolean merged, Consumer<Boolean> answer) {
        RulesCard card = new RulesCard(
                rules,
                merged,
                model.port().may(Permission.MANAGE_RULES),
                strings,
                follow -> {
                    overlay.close();
                    answer.accept(follow);
                },
                overlay::close);
        overlay.show(strings.text("people.rules-title"), card, card.first(), () -> {});
    }

    /// A photo that is dropped or pasted anywhere on the screen opens the photo search.
    void listen(Node screen) {
        PictureInput.listen(screen, given -> openPhotoSearch(Optional.of(given)));
    }

    @Override
    public void openRepair(PersonDetail person, PersonPhoto photo) {
        photo.problem().ifPresent(photoProblem -> {
            Optional<PersonId> holder = photoProblem.cause() instanceof PhotoProblem.Cause.DifferentUser different
                    ? different.holder()
                    : Optional.empty();
            holder.ifPresentOrElse(
                    id -> read(id, other -> showRepairCard(person, photo, photoProblem, other)),
                    () -> showRepairCard(person, photo, photoProblem, person));
        });
    }

    private void showRepairCard(
            PersonDetail person, PersonPhoto photo, PhotoProblem photoProblem, PersonDetail beside) {
        RepairCard card = new RepairCard(
                beside,
                photo,
                photoProblem,
                model.port(),
                strings,
                model.pictures(),
                remedy -> applyRemedy(person, photo, photoProblem, remedy));
        overlay.show(strings.text("people.repair-title"), card, card.first(), () -> {});
    }

    private void applyRemedy(
            PersonDetail person, PersonPhoto photo, PhotoProblem photoProblem, PhotoProblem.Remedy remedy) {
        overlay.close();
        switch (remedy.repair()) {
            case RETAKE ->
                model.port().takePhotos(person.person().id(), person.person().name(), Optional.of(photo.id()));
            case MOVE -> {
                if (remedy.person().isPresent()) {
                    model.actions().repair(photoProblem, remedy);
                } else {
                    pick(
                            strings.text("people.move-title"),
                            person.person().id(),
                            Optional.of(photo.id()),
                            row -> model.actions().repair(photoProblem, remedy.withPerson(row.person())));
                }
            }
            case MERGE ->
                remedy.person()
                        .ifPresent(stays -> read(
                                stays,
                                other -> showMerge(other, person, (from, into) -> {
                                    boolean asProposed = into.person().id().equals(stays);
                                    if (asProposed) {
                                        model.actions().repair(photoProblem, remedy);
                                    } else {
                                        merge(from, into);
                                    }
                                })));
            case ACCEPT_LOWER ->
                askToAccept(person, photo, () -> model.actions().repair(photoProblem, remedy));
            default -> model.actions().repair(photoProblem, remedy);
        }
    }

    /// Says what accepting means, with the person whom the photo rather shows, if the collection has one.
    private void askToAccept(PersonDetail person, PersonPhoto photo, Runnable accept) {
        model.work()
                .runUnlisted(
                        () -> model.parts().repairs().searchLookAlikes(photo.id()).stream()
                                .flatMap(id -> model.parts().people().persons().find(id).stream())
                                .findFirst()
                                .map(Person::name),
                        lookAlike -> showAcceptCard(person, photo, lookAlike, accept),
                        _ -> showAcceptCard(person, photo, Optional.empty(), accept));
    }

    private void showAcceptCard(PersonDetail person, PersonPhoto photo, Optional<String> lookAlike, Runnable accept) {
        AcceptCard card = new AcceptCard(
                person,
                photo,
                lookAlike,
                strings,
                model.pictures(),
                () -> {
                    overlay.close();
                    accept.run();
                },
                overlay::close);
        overlay.show(strings.text("people.accept-title"), card, card.first(), () -> {});
    }

    @Override
    public void move(PersonDetail person, PersonPhoto photo) {
        pick(
                strings.text("people.move-title"),
                person.person().id(),
                Optional.of(photo.id()),
                row -> model.actions().move(photo.id(), person.person().id(), row.person(), row.name()));
    }

    @Override
    public void renew(PersonDetail detail) {
        var person = detail.person();
        var days = model.port().defaultRetentionDays(person.kind());
        var usual = model.port().now().plus(Duration.ofDays(days));
        var until = person.expires().filter(usual::isBefore).orElse(usual);
        String end = new RelativeTimeFormatter(model.port()::now, strings).ahead(until);
        model.work()
                .runUnlisted(
                        () -> question(person, end),
                        question -> showRenew(detail, question, until),
                        model.actions()::failed);
    }

    /// Called in the background.
    private RenewCard.Question question(Person person, String end) {
        ConsentWording wording = model.port().consentWording(person);
        Optional<LegalBasis> before = model.parts().people().bases().inForce(person.id(), person.kind());
        boolean changed = before.filter(LegalBasis.Consent.class::isInstance)
                .filter(basis -> !basis.evidence().wording().equals(wording.hash()))
                .isPresent();
        return new RenewCard.Question(
                wording, changed, before.flatMap(basis -> basis.evidence().guardian()), end);
    }

    private void showRenew(PersonDetail detail, RenewCard.Question question, Instant until) {
        var person = detail.person();
        RenewCard card = new RenewCard(
                detail,
                question,
                strings,
                model.pictures(),
                method -> {
                    overlay.close();
                    model.actions()
                            .renew(
                                    person.id(),
                                    person.name(),
                                    () -> model.port().answer(method, question.wording(), question.guardian()),
                                    until);
                },
                () -> {
                    overlay.close();
                    model.actions().withdrawConsent(person.id(), person.name());
                });
        overlay.show(strings.text("people.renew-title", person.name()), card, card.first(), () -> {});
    }

    @Override
    public void merge(PersonDetail person) {
        pick(
                strings.text("people.merge-title"),
                person.person().id(),
                person.face(),
                row -> read(row.person(), other -> showMerge(person, other, this::merge)));
    }

    private void merge(PersonDetail from, PersonDetail into) {
        model.actions()
                .merge(from.person().id(), into.person().id(), into.person().name());
    }

    private void showMerge(
            PersonDetail stays, PersonDetail other, java.util.function.BiConsumer<PersonDetail, PersonDetail> merged) {
        MergeCard card = new MergeCard(
                stays,
                other,
                strings,
                model.pictures(),
                (from, into) -> {
                    overlay.close();
                    merged.accept(from, into);
                },
                overlay::close);
        overlay.show(strings.text("people.merge-title"), card, card.first(), () -> {});
    }

    /// @param like a photo whose look-alikes are offered before anything is typed
    private void pick(String title, PersonId not, Optional<PhotoId> like, Consumer<PersonPage.Row> picked) {
        PersonPicker picker = new PersonPicker(
                new PersonPicker.Source() {
                    @Override
                    public List<PersonPage.Row> likely() {
                        return like.stream()
                                .flatMap(photo -> model.parts().repairs().searchLookAlikes(photo).stream())
                                .map(id -> model.parts().people().persons().row(id))
                                .flatMap(Optional::stream)
                                .toList();
                    }

                    @Override
                    public List<PersonPage.Row> named(String typed) {
                        return model.parts()
                                .people()
                                .persons()
                                .page(PersonQuery.named(model.port().company(), typed), Optional.empty(), FOUND)
                                .rows();
                    }

                    @Override
                    public String about(PersonPage.Row person) {
                        return model.about(person);
                    }
                },
                not,
                model.pictures(),
                model.work(),
                strings,
                row -> {
                    overlay.close();
                    picked.accept(row);
                },
                model.actions()::failed);
        if (like.isPresent()) {
            FaceTile photo = new FaceTile(ThumbnailLoader.ROW * 3);
            model.pictures().show(photo, title, like);
            overlay.show(title, new HBox(16, photo, picker));
        } else {
            overlay.show(title, picker);
        }
    }

    /// Opens the card that searches for the person on a photo.
    void openPhotoSearch(Optional<PictureInput> probe) {
        PhotoSearchCard[] made = new PhotoSearchCard[1];
        PhotoSearchCard card = new PhotoSearchCard(
                model.port(),
                strings,
                model.pictures(),
                () -> files
                        .files(
                                strings.text("people.who-choose"),
                                PictureInput.kind(strings.text("people.who-pictures")))
                        .stream()
                        .findFirst()
                        .ifPresent(file -> searchPhoto(
                                made[0], () -> model.parts().photoSearch().search(file))),
                taken -> searchPhoto(made[0], () -> model.parts().photoSearch().search(taken)));
        made[0] = card;
        PictureInput.listen(card, dropped -> searchPhoto(card, dropped));
        overlay.show(strings.text("people.who"), card, card.first(), () -> {});
        probe.ifPresent(given -> searchPhoto(card, given));
    }

    private record SearchOutcome(
            PhotoSearch.SearchResult answer, Map<PhotoSearch.Candidate, Optional<PhotoId>> faces) {}

    private void searchPhoto(PhotoSearchCard card, PictureInput given) {
        searchPhoto(card, () -> switch (given) {
            case PictureInput.Files(var paths) -> model.parts().photoSearch().search(paths.getFirst());
            case PictureInput.Drawn(int width, int height, int[] argb) ->
                model.parts().photoSearch().search(new Pixels(width, height, argb));
        });
    }

    private void searchPhoto(PhotoSearchCard card, Callable<PhotoSearch.SearchResult> who) {
        card.searching();
        model.work()
                .run(
                        strings.text("people.who-searching"),
                        () -> toOutcome(who.call()),
                        searchOutcome -> card.show(searchOutcome.answer(), searchOutcome.faces(), candidate -> {
                            overlay.close();
                            model.open(candidate.person(), candidate.name());
                        }),
                        problem -> card.problem(strings.problem(problem)));
    }

    private SearchOutcome toOutcome(PhotoSearch.SearchResult searchResult) {
        Map<PhotoSearch.Candidate, Optional<PhotoId>> faces = new HashMap<>();
        if (searchResult instanceof PhotoSearch.SearchResult.Searched searched) {
            searched.matches()
                    .forEach(candidate -> faces.put(
                            candidate,
                            model.parts()
                                    .people()
                                    .persons()
                                    .row(candidate.person())
                                    .flatMap(PersonPage.Row::face)));
        }
        return new SearchOutcome(searchResult, faces);
    }

    private void read(PersonId person, Consumer<PersonDetail> done) {
        model.work().runUnlisted(() -> reader.detail(person), found -> found.ifPresent(done), model.actions()::failed);
    }
}
