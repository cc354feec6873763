package io.vestibule.cloud;

import static io.vestibule.cloud.Operation.ASSOCIATE_FACES;
import static io.vestibule.cloud.Operation.CREATE_COLLECTION;
import static io.vestibule.cloud.Operation.CREATE_USER;
import static io.vestibule.cloud.Operation.DELETE_FACES;
import static io.vestibule.cloud.Operation.DELETE_USER;
import static io.vestibule.cloud.Operation.DESCRIBE_COLLECTION;
import static io.vestibule.cloud.Operation.DISASSOCIATE_FACES;
import static io.vestibule.cloud.Operation.INDEX_FACES;
import static io.vestibule.cloud.Operation.SEARCH_FACES_BY_IMAGE;
import static io.vestibule.cloud.Operation.SEARCH_USERS;
import static io.vestibule.cloud.Operation.SEARCH_USERS_BY_IMAGE;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.ConflictException;
import software.amazon.awssdk.services.rekognition.model.Image;
import software.amazon.awssdk.services.rekognition.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.rekognition.model.ResourceNotFoundException;

/// Adapter for a face collection behind the SDK's own interface: Amazon Rekognition over the network, or the embedded
/// engine.
public final class RekognitionFaces implements FaceCollection {

    private static final int FACES_A_DELETION = 4_096;
    private static final int USERS_LOOKED_AT = 100;

    /// A newly indexed face may not be visible to searches for some 100 ms; rarely for seconds.
    private static final List<Duration> VISIBILITY =
            List.of(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofMillis(1_000));

    private static final String INVALID = "InvalidParameterException";
    private static final String NOT_VISIBLE = "faceId was not found in the collection";
    private static final String NO_FACE = "no faces in the image";

    private final RekognitionClient client;
    private final EngineInfo engineInfo;
    private final CallExecutor executor;
    private final UserLocks userLocks;
    private final Ticker ticker;
    private final FaceLists lists;

    /// The service behind the client.
    ///
    /// @param engine name of the engine and its model
    /// @param scoreScale name of the scale of its similarities
    /// @param billed whether its calls cost money
    public record EngineInfo(String engine, String scoreScale, boolean billed) {

        /// A service whose scores are on a scale of its own.
        public EngineInfo(String engine, boolean billed) {
            this(engine, engine, billed);
        }
    }

    public RekognitionFaces(
            RekognitionClient client,
            EngineInfo engineInfo,
            RateLimiter gate,
            CallLog log,
            InstantSource clock,
            Ticker ticker) {
        this(client, engineInfo, new CallExecutor(engineInfo.billed(), gate, log, clock), new UserLocks(), ticker);
    }

    private RekognitionFaces(
            RekognitionClient client,
            EngineInfo engineInfo,
            CallExecutor callExecutor,
            UserLocks userLocks,
            Ticker ticker) {
        this.client = client;
        this.engineInfo = engineInfo;
        this.executor = callExecutor;
        this.userLocks = userLocks;
        this.ticker = ticker;
        this.lists = new FaceLists(client, callExecutor);
    }

    /// The same collection for background jobs, whose calls give way to interactive callers.
    public RekognitionFaces forJobs() {
        return new RekognitionFaces(client, engineInfo, executor.forJobs(), userLocks, ticker);
    }

    @Override
    public String engine() {
        return engineInfo.engine();
    }

    @Override
    public String scoreScale() {
        return engineInfo.scoreScale();
    }

    @Override
    public CollectionInfo createIfAbsent(String collectionId) {
        return attempt(CREATE_COLLECTION, () -> {
            try {
                var made = executor.executeRaw(
                        CREATE_COLLECTION, () -> client.createCollection(r -> r.collectionId(collectionId)));
                return new CollectionInfo(collectionId, 0, 0, RekognitionResponseMapper.text(made.faceModelVersion()));
            } catch (ResourceAlreadyExistsException e) {
                return describe(collectionId).orElseThrow(() -> CallExecutor.toException(CREATE_COLLECTION, e));
            }
        });
    }

    @Override
    public Optional<CollectionInfo> describe(String collectionId) {
        return attempt(DESCRIBE_COLLECTION, () -> {
            try {
                var info = executor.executeRaw(
                        DESCRIBE_COLLECTION, () -> client.describeCollection(r -> r.collectionId(collectionId)));
                return Optional.of(new CollectionInfo(
                        collectionId,
                        count(info.faceCount()),
                        count(info.userCount()),
                        RekognitionResponseMapper.text(info.faceModelVersion())));
            } catch (ResourceNotFoundException _) {
                return Optional.empty();
            }
        });
    }

    @Override
    public IndexAnswer index(
            String collectionId, ImageSource image, String externalImageId, int maxFaces, QualityFilter filter) {
        Image picture = RekognitionAnalysis.picture(image);
        return RekognitionResponseMapper.index(executor.execute(
                INDEX_FACES,
                () -> client.indexFaces(r -> r.collectionId(collectionId)
                        .image(picture)
                        .externalImageId(externalImageId)
                        .maxFaces(maxFaces)
                        .qualityFilter(filter.name()))));
    }

    @Override
    public void createUser(String collectionId, String userId, String token) {
        userLocks.withLock(
                collectionId,
                userId,
                () -> attempt(CREATE_USER, () -> {
                    try {
                        return executor.executeRaw(
                                CREATE_USER,
                                () -> client.createUser(r -> r.collectionId(collectionId)
                                        .userId(userId)
                                        .clientRequestToken(token)));
                    } catch (ConflictException e) {
                        // After a lost answer the user exists already; any other conflict is a real one.
                        if (!userStatuses(collectionId).containsKey(userId)) {
                            throw e;
                        }
                        return userId;
                    }
                }));
    }

    @Override
    public AssociateAnswer associate(
            String collectionId, String userId, List<String> faceIds, float threshold, String token) {
        Collection<String> requested = new LinkedHashSet<>(faceIds);
        return RekognitionResponseMapper.associate(
                requested,
                userLocks.withLock(
                        collectionId,
                        userId,
                        () -> executor.execute(
                                ASSOCIATE_FACES,
                                () -> client.associateFaces(r -> r.collectionId(collectionId)
                                        .userId(userId)
                                        .faceIds(requested)
                                        .userMatchThreshold(threshold)
                                        .clientRequestToken(token)))));
    }

    @Override
    public DisassociateAnswer disassociate(String collectionId, String userId, List<String> faceIds, String token) {
        Collection<String> requested = new LinkedHashSet<>(faceIds);
        return RekognitionResponseMapper.disassociate(
                requested,
                userLocks.withLock(
                        collectionId,
                        userId,
                        () -> executor.execute(
                                DISASSOCIATE_FACES,
                                () -> client.disassociateFaces(r -> r.collectionId(collectionId)
                                        .userId(userId)
                                        .faceIds(requested)
                                        .clientRequestToken(token)))));
    }

    @Override
    public DeleteFacesAnswer deleteFaces(String collectionId, List<String> faceIds) {
        List<String> requested = List.copyOf(new LinkedHashSet<>(faceIds));
        List<String> deleted = new ArrayList<>();
        List<Unassociated> refused = new ArrayList<>();
        for (int from = 0; from < requested.size(); from += FACES_A_DELETION) {
            List<String> some = requested.subList(from, Math.min(requested.size(), from + FACES_A_DELETION));
            DeleteFacesAnswer answer = RekognitionResponseMapper.delete(
                    some,
                    executor.execute(
                            DELETE_FACES,
                            () -> client.deleteFaces(
                                    r -> r.collectionId(collectionId).faceIds(some))));
            deleted.addAll(answer.deleted());
            refused.addAll(answer.refused());
        }
        return new DeleteFacesAnswer(deleted, refused);
    }

    @Override
    public void deleteUser(String collectionId, String userId, String token) {
        userLocks.withLock(
                collectionId,
                userId,
                () -> attempt(DELETE_USER, () -> {
                    try {
                        return executor.executeRaw(
                                DELETE_USER,
                                () -> client.deleteUser(r -> r.collectionId(collectionId)
                                        .userId(userId)
                                        .clientRequestToken(token)));
                    } catch (ResourceNotFoundException _) {
                        return userId;
                    }
                }));
    }

    @Override
    public Map<String, String> userStatuses(String collectionId) {
        Map<String, String> statuses = new LinkedHashMap<>();
        lists.readUsers(collectionId, statuses::putAll);
        return statuses;
    }

    @Override
    public Optional<String> statusOf(String collectionId, String userId, String faceId) {
        for (Duration pause : VISIBILITY) {
            Optional<List<UserMatch>> found = usersLike(collectionId, faceId);
            if (found.isPresent()) {
                return found.get().stream()
                        .filter(match -> match.userId().equals(userId))
                        .map(UserMatch::userStatus)
                        .findFirst();
            }
            pause(pause);
        }
        return Optional.empty();
    }

    @Override
    public List<UserMatch> searchUsers(String collectionId, ImageSource image, float threshold, int max) {
        Image picture = RekognitionAnalysis.picture(image);
        return orNoFace(
                SEARCH_USERS_BY_IMAGE,
                () -> client
                        .searchUsersByImage(r -> r.collectionId(collectionId)
                                .image(picture)
                                .userMatchThreshold(threshold)
                                .maxUsers(max))
                        .userMatches()
                        .stream()
                        .map(RekognitionResponseMapper::match)
                        .toList());
    }

    @Override
    public List<UserMatch> usersLike(String collectionId, String userId, float threshold, int max) {
        return attempt(SEARCH_USERS, () -> {
            try {
                var answer = executor.executeRaw(
                        SEARCH_USERS,
                        () -> client.searchUsers(r -> r.collectionId(collectionId)
                                .userId(userId)
                                .userMatchThreshold(threshold)
                                .maxUsers(max)));
                return answer.userMatches().stream()
                        .map(RekognitionResponseMapper::match)
                        .toList();
            } catch (ResourceNotFoundException _) {
                return List.of();
            }
        });
    }

    @Override
    public List<FaceMatch> searchFaces(String collectionId, ImageSource image, float threshold, int max) {
        Image picture = RekognitionAnalysis.picture(image);
        return orNoFace(
                SEARCH_FACES_BY_IMAGE,
                () -> client
                        .searchFacesByImage(r -> r.collectionId(collectionId)
                                .image(picture)
                                .faceMatchThreshold(threshold)
                                .maxFaces(max))
                        .faceMatches()
                        .stream()
                        .map(RekognitionResponseMapper::match)
                        .toList());
    }

    @Override
    public List<StoredFace> listFaces(String collectionId, Optional<String> userId) {
        return lists.facesOf(collectionId, userId);
    }

    @Override
    public void readFaces(String collectionId, Consumer<List<StoredFace>> pages) {
        lists.readFaces(collectionId, pages);
    }

    @Override
    public void readUsers(String collectionId, Consumer<Map<String, String>> pages) {
        lists.readUsers(collectionId, pages);
    }

    @Override
    public List<StoredFace> findFaces(String collectionId, List<String> faceIds) {
        return lists.findFaces(collectionId, faceIds);
    }

    @Override
    public GalleryScores gallery() {
        return new RekognitionGallery(client, executor);
    }

    /// Empty while the face is not visible to the service.
    private Optional<List<UserMatch>> usersLike(String collectionId, String faceId) {
        return attempt(SEARCH_USERS, () -> {
            try {
                var answer = executor.executeRaw(
                        SEARCH_USERS,
                        () -> client.searchUsers(r -> r.collectionId(collectionId)
                                .faceId(faceId)
                                .userMatchThreshold(0f)
                                .maxUsers(USERS_LOOKED_AT)));
                return Optional.of(answer.userMatches().stream()
                        .map(RekognitionResponseMapper::match)
                        .toList());
            } catch (RuntimeException e) {
                if (SdkFailureMapper.hasCodeAndMessage(e, INVALID, NOT_VISIBLE)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /// A picture without a face is a valid result: one search returns an empty list, the other throws an exception.
    private <T> List<T> orNoFace(Operation operation, Supplier<List<T>> call) {
        return attempt(operation, () -> {
            try {
                return executor.executeRaw(operation, call);
            } catch (RuntimeException e) {
                if (SdkFailureMapper.hasCodeAndMessage(e, INVALID, NO_FACE)) {
                    return List.of();
                }
                throw e;
            }
        });
    }

    private static <T> T attempt(Operation operation, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw CallExecutor.toException(operation, e);
        }
    }

    private void pause(Duration time) {
        try {
            ticker.pause(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(new CloudFailure.Offline(), e);
        }
    }

    private static long count(Long number) {
        return number == null ? 0 : number;
    }
}
