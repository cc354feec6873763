package io.vestibule.app.desktop;

import io.vestibule.app.wiring.House;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.Person;
import io.vestibule.people.change.Repairs;
import io.vestibule.people.change.Trouble;
import io.vestibule.people.change.Undo;
import java.util.List;
import java.util.Optional;

/// Tells what the service refused, with the two remedies that always help: another photo, and letting this one go.
final class PlainRepairs implements Repairs {

    private final House house;

    PlainRepairs(House house) {
        this.house = house;
    }

    @Override
    public List<Trouble> of(PersonId person) {
        return house.cellar().people().persons().find(person).stream()
                .flatMap(known ->
                        house.enrol().standings().faces(known).stream().flatMap(face -> trouble(known, face).stream()))
                .toList();
    }

    @Override
    public Optional<Trouble> of(PhotoId photo) {
        return house.cellar()
                .people()
                .photos()
                .find(photo)
                .flatMap(known -> of(known.person()).stream()
                        .filter(trouble -> trouble.photo().equals(Optional.of(photo)))
                        .findFirst());
    }

    @Override
    public List<PersonId> shows(PhotoId photo) {
        return List.of();
    }

    @Override
    public Optional<Undo> repair(Trouble trouble, Trouble.Remedy remedy) {
        return trouble.photo().map(house.enrol().commands()::removePhoto);
    }

    private Optional<Trouble> trouble(Person person, IndexedFace face) {
        if (face.state() != FaceState.REFUSED && face.state() != FaceState.NOT_ASSOCIATED) {
            return Optional.empty();
        }
        return Optional.of(new Trouble(
                person.id(),
                Optional.of(face.photo()),
                new Trouble.Fault.Unindexed(face.reasons()),
                List.of(Trouble.Remedy.of(Trouble.Repair.RETAKE), Trouble.Remedy.of(Trouble.Repair.DISMISS))));
    }
}
