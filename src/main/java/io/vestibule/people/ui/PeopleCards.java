package io.vestibule.people.ui;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.people.PersonPage;
import io.vestibule.people.PersonQuery;
import io.vestibule.people.WhoIs;
import io.vestibule.people.change.PersonUse;
import io.vestibule.people.change.Trouble;
import io.vestibule.people.ui.detail.DetailCards;
import io.vestibule.people.ui.detail.PersonDetail;
import io.vestibule.people.ui.detail.PersonPhoto;
import io.vestibule.people.ui.detail.PersonReader;
import io.vestibule.people.ui.detail.Times;
import io.vestibule.people.ui.repair.MergeCard;
import io.vestibule.people.ui.repair.PersonPicker;
import io.vestibule.people.ui.repair.RenewCard;
import io.vestibule.people.ui.repair.RepairCard;
import io.vestibule.photo.Pixels;
import io.vestibule.ui.FilePick;
import io.vestibule.ui.GivenPicture;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Overlay;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Node;

/// The cards of this screen: what they show, and what becomes of what is chosen on them.
final class PeopleCards implements DetailCards {

    private static final int FOUND = 20;

    private final PeopleModel model;
    private final Strings strings;
    private final FilePick files;
    private final Overlay overlay;
    private final PersonReader reader;

    PeopleCards(PeopleModel model, Strings strings, FilePick files, Overlay overlay) {
        this.model = model;
        this.strings = strings;
        this.files = files;
        this.overlay = overlay;
        this.reader = new PersonReader(model.desk(), model.parts(), strings);
        model.actions().askBy(this::rules);
    }

    /// Lists the rules that name somebody who goes, with one step for all of them.
    private void rules(List<PersonUse.Rule> rules, boolean merged, Consumer<Boolean> answer) {
        RulesCard card = new RulesCard(
                rules,
                merged,
                model.desk().may(Permission.MANAGE_RULES),
                strings,
                follow -> {
                    overlay.close();
                    answer.accept(follow);
                },
                overlay::close);
        overlay.show(strings.text("people.rules-title"), card, card.first(), () -> {});
    }

    /// Photos that are dropped or pasted anywhere on the screen ask who they show.
    void listen(Node screen) {
        GivenPicture.listen(screen, given -> whoIs(Optional.of(given)));
    }

    @Override
    public void mend(PersonDetail person, PersonPhoto photo) {
        photo.trouble().ifPresent(trouble -> {
            Optional<PersonId> holder = trouble.fault() instanceof Trouble.Fault.DifferentUser different
                    ? different.holder()
                    : Optional.empty();
            holder.ifPresentOrElse(
                    id -> read(id, other -> mend(person, photo, trouble, other)),
                    () -> mend(person, photo, trouble, person));
        });
    }

    private void mend(PersonDetail person, PersonPhoto photo, Trouble trouble, PersonDetail beside) {
        RepairCard card = new RepairCard(
                beside,
                photo,
                trouble,
                model.desk(),
                strings,
                model.pictures(),
                remedy -> mend(person, photo, trouble, remedy));
        overlay.show(strings.text("people.repair-title"), card, card.first(), () -> {});
    }

    private void mend(PersonDetail person, PersonPhoto photo, Trouble trouble, Trouble.Remedy remedy) {
        overlay.close();
        switch (remedy.repair()) {
            case RETAKE ->
                model.desk().takePhotos(person.person().id(), person.person().name(), Optional.of(photo.id()));
            case MOVE -> {
                if (remedy.person().isPresent()) {
                    model.actions().repair(trouble, remedy);
                } else {
                    pick(
                            strings.text("people.move-title"),
                            person.person().id(),
                            Optional.of(photo.id()),
                            row -> model.actions().repair(trouble, remedy.with(row.person())));
                }
            }
            case MERGE ->
                remedy.person()
                        .ifPresent(stays -> read(
                                stays,
                                other -> showMerge(other, person, (from, into) -> {
                                    boolean asProposed = into.person().id().equals(stays);
                                    if (asProposed) {
                                        model.actions().repair(trouble, remedy);
                                    } else {
                                        merge(from, into);
                                    }
                                })));
            default -> model.actions().repair(trouble, remedy);
        }
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
        var days = model.desk().usualDays(person.kind());
        var usual = model.desk().now().plus(Duration.ofDays(days));
        var until = person.expires().filter(usual::isBefore).orElse(usual);
        RenewCard card = new RenewCard(
                detail,
                model.desk().consentText(),
                new Times(model.desk()::now, strings).ahead(until),
                strings,
                model.pictures(),
                method -> {
                    overlay.close();
                    model.actions().renew(person.id(), person.name(), method, until);
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

    /// @param like a photo of whom to offer before anything is typed
    private void pick(String title, PersonId not, Optional<PhotoId> like, Consumer<PersonPage.Row> picked) {
        PersonPicker picker = new PersonPicker(
                new PersonPicker.Source() {
                    @Override
                    public List<PersonPage.Row> likely() {
                        return like.stream()
                                .flatMap(photo -> model.parts().repairs().shows(photo).stream())
                                .map(id -> model.parts().people().persons().row(id))
                                .flatMap(Optional::stream)
                                .toList();
                    }

                    @Override
                    public List<PersonPage.Row> named(String typed) {
                        return model.parts()
                                .people()
                                .persons()
                                .page(PersonQuery.named(model.desk().company(), typed), Optional.empty(), FOUND)
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
        overlay.show(title, picker);
    }

    /// Opens the card that asks who a photo shows.
    void whoIs(Optional<GivenPicture> probe) {
        WhoCard[] made = new WhoCard[1];
        WhoCard card = new WhoCard(
                model.desk(),
                strings,
                model.pictures(),
                () -> files
                        .files(
                                strings.text("people.who-choose"),
                                GivenPicture.kind(strings.text("people.who-pictures")))
                        .stream()
                        .findFirst()
                        .ifPresent(
                                file -> ask(made[0], () -> model.parts().whoIs().of(file))),
                taken -> ask(made[0], () -> model.parts().whoIs().of(taken)));
        made[0] = card;
        GivenPicture.listen(card, dropped -> ask(card, dropped));
        overlay.show(strings.text("people.who"), card, card.first(), () -> {});
        probe.ifPresent(given -> ask(card, given));
    }

    private record Told(WhoIs.Answer answer, Map<WhoIs.Match, Optional<PhotoId>> faces) {}

    private void ask(WhoCard card, GivenPicture given) {
        ask(card, () -> switch (given) {
            case GivenPicture.Files(var paths) -> model.parts().whoIs().of(paths.getFirst());
            case GivenPicture.Drawn(int width, int height, int[] argb) ->
                model.parts().whoIs().of(new Pixels(width, height, argb));
        });
    }

    private void ask(WhoCard card, Callable<WhoIs.Answer> who) {
        card.searching();
        model.work()
                .run(
                        strings.text("people.who-searching"),
                        () -> told(who.call()),
                        told -> card.show(told.answer(), told.faces(), match -> {
                            overlay.close();
                            model.open(match.person(), match.name());
                        }),
                        problem -> card.problem(strings.problem(problem)));
    }

    private Told told(WhoIs.Answer answer) {
        Map<WhoIs.Match, Optional<PhotoId>> faces = new HashMap<>();
        if (answer instanceof WhoIs.Answer.Asked asked) {
            asked.matches()
                    .forEach(match -> faces.put(
                            match,
                            model.parts().people().persons().row(match.person()).flatMap(PersonPage.Row::face)));
        }
        return new Told(answer, faces);
    }

    private void read(PersonId person, Consumer<PersonDetail> done) {
        model.work().quietly(() -> reader.detail(person), found -> found.ifPresent(done), model.actions()::failed);
    }
}
