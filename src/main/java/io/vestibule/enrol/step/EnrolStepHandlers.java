package io.vestibule.enrol.step;

import io.vestibule.enrol.CompanyCollections;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolSettings;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.enrol.FaceService;
import io.vestibule.journal.run.StepHandler;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Maps each kind of step to the method that performs it. All of them run under the locks of [StepLocks] and map the
/// service's failures with [CloudFailureMapping].
public final class EnrolStepHandlers {

    private final PhotoSteps photos;
    private final UserSteps users;
    private final SearchSteps search;
    private final MoveSteps moves;
    private final EraseSteps erase;
    private final ErasureCheckSteps erasureChecks;
    private final TransferSteps transfer;
    private final PendingErasureSteps pendingErasures;
    private final StepSubjects stepSubjects;
    private final StepLocks stepLocks = new StepLocks();

    /// @param previousBucket looks up by its key a photo that the bucket in use does not have
    public EnrolStepHandlers(
            EnrolContext enrolContext,
            FaceService faceService,
            CompanyCollections companyCollections,
            Supplier<EnrolSettings> settings,
            Function<String, Optional<byte[]>> previousBucket,
            PendingErasureSteps pendingErasures,
            SuppressionWriter suppression) {
        var faceAssociator = new FaceAssociator(enrolContext, faceService, settings);
        this.stepSubjects = new StepSubjects(enrolContext.people(), companyCollections);
        this.photos = new PhotoSteps(enrolContext, faceService, stepSubjects, settings);
        this.users = new UserSteps(enrolContext.people(), faceService, faceAssociator);
        this.search = new SearchSteps(enrolContext, faceService, settings);
        this.moves = new MoveSteps(enrolContext, faceService, stepSubjects, faceAssociator);
        this.erasureChecks = new ErasureCheckSteps(enrolContext, faceService, companyCollections);
        this.erase = new EraseSteps(enrolContext, faceService, companyCollections, erasureChecks, suppression);
        this.transfer = new TransferSteps(enrolContext, faceService, companyCollections, previousBucket);
        this.pendingErasures = pendingErasures;
    }

    /// All kinds of this package by their key, as the journal's runner expects them.
    public Map<String, StepHandler> byKey() {
        return Arrays.stream(EnrolStep.values()).collect(Collectors.toUnmodifiableMap(EnrolStep::key, this::guarded));
    }

    private StepHandler handler(EnrolStep kind) {
        return switch (kind) {
            case STORE_PHOTO -> photo(photos::store);
            case CARRY_PHOTO -> transfer::copyPhoto;
            case INDEX_PHOTO -> photo(photos::index);
            case GO_ON -> photos::retryParked;
            case SEARCH_FIRST -> person(search::search);
            case CREATE_USER -> person(users::createUser);
            case ASSOCIATE_FIRST -> person(users::associateFirst);
            case ASSOCIATE_REST -> person(users::associateRest);
            case FOLLOW_USER -> person(users::pollStatus);
            case FREE_FACE -> photo(moves::disassociate);
            case JOIN_FACE -> photo(moves::associate);
            case RETURN_FACE -> photo(moves::reassociate);
            case ACCEPT_FACE -> photo(moves::associateLowMatch);
            case CHECK_JOINED -> photo(moves::checkJoined);
            case DISASSOCIATE -> anyPerson(erase::disassociate);
            case DELETE_FACES -> anyPerson(erase::deleteFaces);
            case DELETE_USER -> anyPerson(erase::deleteUser);
            case DELETE_PERSON -> anyPerson(erase::deletePerson);
            case DELETE_EMPTY_USER -> anyPerson(erase::deleteEmptyUser);
            case ERASE_PHOTO -> erase::erasePhoto;
            case DROP_REPLACED -> erase::dropReplaced;
            case ERASE_ELSEWHERE -> pendingErasures::erase;
            case VERIFY_ERASED -> erasureChecks::verify;
        };
    }

    private StepHandler guarded(EnrolStep kind) {
        var mapped = new CloudFailureMapping(handler(kind));
        return switch (kind) {
            case STORE_PHOTO,
                    INDEX_PHOTO,
                    GO_ON,
                    FREE_FACE,
                    JOIN_FACE,
                    RETURN_FACE,
                    ACCEPT_FACE,
                    CHECK_JOINED,
                    ERASE_PHOTO,
                    DROP_REPLACED -> stepLocks.locked(stepSubjects::keysOfPhoto, mapped);
            case SEARCH_FIRST,
                    CREATE_USER,
                    ASSOCIATE_FIRST,
                    ASSOCIATE_REST,
                    FOLLOW_USER,
                    DISASSOCIATE,
                    DELETE_FACES,
                    DELETE_USER,
                    DELETE_PERSON,
                    DELETE_EMPTY_USER -> stepLocks.locked(stepSubjects::keysOfPerson, mapped);
            // No other step uses the same collection or bucket.
            case CARRY_PHOTO, ERASE_ELSEWHERE, VERIFY_ERASED -> mapped;
        };
    }

    private StepHandler photo(StepSubjects.PhotoStep action) {
        return step -> stepSubjects.withPhoto(step, action);
    }

    private StepHandler person(StepSubjects.PersonStep action) {
        return step -> stepSubjects.withPerson(step, action);
    }

    private StepHandler anyPerson(StepSubjects.PersonStep action) {
        return step -> stepSubjects.withAnyPerson(step, action);
    }
}
