package io.vestibule.enrol;

import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepState;
import io.vestibule.people.CollectionUser;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.Person;
import io.vestibule.people.PersonStandings;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells how people stand, from what the service last said and what the journal still has to do.
public final class Standings implements PersonStandings {

    private final Records records;
    private final Collections collections;

    public Standings(Records records, Collections collections) {
        this.records = records;
        this.collections = collections;
    }

    @Override
    public Standing of(Person person) {
        var photos = records.people().photos().of(person.id());
        var open = open(person, photos);
        var stuck =
                open.stream().filter(step -> step.state() == StepState.PARKED).findFirst();
        if (stuck.isPresent()) {
            return new Standing(Standing.State.STUCK, stuck.get().problem());
        }
        if (!open.isEmpty()) {
            // Of all that is to do, what waits is what the rest waits for.
            return underWay(open.stream()
                    .filter(step -> step.problem().isPresent())
                    .findFirst()
                    .orElse(open.getFirst()));
        }
        return new Standing(settled(person, photos), Optional.empty());
    }

    @Override
    public List<IndexedFace> faces(Person person) {
        return records.people()
                .collections()
                .faces(person.id(), collections.ofCompany(person.company()).id());
    }

    private static Standing underWay(Step next) {
        if (EnrolStep.FOLLOW_USER.is(next)) {
            return new Standing(Standing.State.UPDATING, Optional.empty());
        }
        return next.state() == StepState.WAITING && next.problem().isPresent()
                ? new Standing(Standing.State.WAITING, next.problem())
                : new Standing(Standing.State.SAVING, Optional.empty());
    }

    private Standing.State settled(Person person, List<PhotoRecord> photos) {
        if (photos.isEmpty()) {
            // Somebody who was adopted has faces at the service, and none of the photos that they came from.
            return active(person) ? Standing.State.SEARCHABLE : Standing.State.NO_PHOTO;
        }
        var faces = faces(person);
        if (faces.isEmpty()) {
            return Standing.State.ELSEWHERE;
        }
        var searchable = active(person) && faces.stream().anyMatch(face -> face.state() == FaceState.ASSOCIATED);
        var troubled = faces.stream().anyMatch(face -> face.state() != FaceState.ASSOCIATED);
        if (searchable) {
            return troubled ? Standing.State.NEEDS_ATTENTION : Standing.State.SEARCHABLE;
        }
        var refused = faces.stream().allMatch(face -> face.state() == FaceState.REFUSED);
        return refused ? Standing.State.NEEDS_PHOTO : Standing.State.NEEDS_ATTENTION;
    }

    private boolean active(Person person) {
        return records.people()
                .collections()
                .user(person.id(), collections.ofCompany(person.company()).id())
                .filter(CollectionUser::active)
                .isPresent();
    }

    private List<Step> open(Person person, List<PhotoRecord> photos) {
        var open = new ArrayList<Step>();
        photos.forEach(photo -> open.addAll(records.journal().openFor(photo.id().toString())));
        open.addAll(records.journal().openFor(person.id().toString()));
        return open;
    }
}
