package io.vestibule.enrol.step;

import io.vestibule.enrol.Collections;
import io.vestibule.enrol.EnrolSettings;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.enrol.Records;
import io.vestibule.enrol.Service;
import io.vestibule.journal.run.StepHandler;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// From each kind of step to the method that performs it. All of them run under the locks of [Turns] and map the
/// service's failures by [Attempt].
public final class EnrolStepHandlers {

    private final PhotoSteps photos;
    private final UserSteps users;
    private final SearchSteps search;
    private final MoveSteps moves;
    private final EraseSteps erase;
    private final TransferSteps transfer;
    private final RemainsSteps remains;
    private final Subjects subjects;
    private final Turns turns = new Turns();

    /// @param before finds by its key a photo that the bucket in use does not have
    public EnrolStepHandlers(
            Records records,
            Service service,
            Collections collections,
            Supplier<EnrolSettings> settings,
            Function<String, Optional<byte[]>> before,
            RemainsSteps remains) {
        var associations = new Associations(records, service, settings);
        this.subjects = new Subjects(records.people(), collections);
        this.photos = new PhotoSteps(records, service, subjects, settings);
        this.users = new UserSteps(
                records.people(), service, associations, new UserStatuses(service.faces(), records.clock()));
        this.search = new SearchSteps(records, service, settings);
        this.moves = new MoveSteps(records, service, subjects, associations);
        this.erase = new EraseSteps(records, service, collections);
        this.transfer = new TransferSteps(records, service, collections, before);
        this.remains = remains;
    }

    /// All kinds of this room by their key, as the journal's runner takes them.
    public Map<String, StepHandler> byKey() {
        return Arrays.stream(EnrolStep.values()).collect(Collectors.toUnmodifiableMap(EnrolStep::key, this::guarded));
    }

    private StepHandler handler(EnrolStep kind) {
        return switch (kind) {
            case STORE_PHOTO -> photo(photos::store);
            case CARRY_PHOTO -> transfer::carry;
            case INDEX_PHOTO -> photo(photos::index);
            case GO_ON -> photos::goOn;
            case SEARCH_FIRST -> person(search::search);
            case CREATE_USER -> person(users::createUser);
            case ASSOCIATE_FIRST -> person(users::associateFirst);
            case ASSOCIATE_REST -> person(users::associateRest);
            case FOLLOW_USER -> person(users::follow);
            case FREE_FACE -> photo(moves::free);
            case JOIN_FACE -> photo(moves::join);
            case RETURN_FACE -> photo(moves::giveBack);
            case ACCEPT_FACE -> photo(moves::accept);
            case CHECK_JOINED -> photo(moves::checkJoined);
            case DISASSOCIATE -> anyPerson(erase::disassociate);
            case DELETE_FACES -> anyPerson(erase::deleteFaces);
            case DELETE_USER -> anyPerson(erase::deleteUser);
            case DELETE_PERSON -> anyPerson(erase::deletePerson);
            case ERASE_PHOTO -> erase::erasePhoto;
            case DROP_REPLACED -> erase::dropReplaced;
            case ERASE_ELSEWHERE -> remains::erase;
        };
    }

    private StepHandler guarded(EnrolStep kind) {
        var mapped = new Attempt(handler(kind));
        return switch (kind) {
            case STORE_PHOTO,
                    INDEX_PHOTO,
                    GO_ON,
                    SEARCH_FIRST,
                    CREATE_USER,
                    ASSOCIATE_FIRST,
                    ASSOCIATE_REST,
                    FOLLOW_USER -> turns.beside(mapped);
            case FREE_FACE,
                    JOIN_FACE,
                    RETURN_FACE,
                    ACCEPT_FACE,
                    CHECK_JOINED,
                    DISASSOCIATE,
                    DELETE_FACES,
                    DELETE_USER,
                    DELETE_PERSON,
                    ERASE_PHOTO,
                    DROP_REPLACED -> turns.alone(mapped);
            // They touch a collection or bucket that no other step touches.
            case CARRY_PHOTO, ERASE_ELSEWHERE -> mapped;
        };
    }

    private StepHandler photo(Subjects.PhotoDeed action) {
        return step -> subjects.photo(step, action);
    }

    private StepHandler person(Subjects.PersonDeed action) {
        return step -> subjects.person(step, action);
    }

    private StepHandler anyPerson(Subjects.PersonDeed action) {
        return step -> subjects.anyPerson(step, action);
    }
}
