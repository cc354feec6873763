package io.vestibule.local.engine;

import io.vestibule.local.engine.picture.FaceDetailMapper;
import io.vestibule.local.engine.picture.FilteredFaces;
import io.vestibule.local.engine.picture.ImageFaceDetector;
import io.vestibule.local.engine.picture.QualityThreshold;
import io.vestibule.local.engine.protocol.RekognitionErrors;
import io.vestibule.local.engine.store.CollectionRow;
import io.vestibule.local.engine.store.UserRow;
import io.vestibule.vision.Calibration;
import io.vestibule.vision.Face;
import io.vestibule.vision.search.Neighbour;
import io.vestibule.vision.search.SearchProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rekognition.model.MatchedUser;
import software.amazon.awssdk.services.rekognition.model.QualityFilter;
import software.amazon.awssdk.services.rekognition.model.SearchUsersByImageRequest;
import software.amazon.awssdk.services.rekognition.model.SearchUsersByImageResponse;
import software.amazon.awssdk.services.rekognition.model.SearchUsersRequest;
import software.amazon.awssdk.services.rekognition.model.SearchUsersResponse;
import software.amazon.awssdk.services.rekognition.model.SearchedFace;
import software.amazon.awssdk.services.rekognition.model.SearchedFaceDetails;
import software.amazon.awssdk.services.rekognition.model.SearchedUser;
import software.amazon.awssdk.services.rekognition.model.UnsearchedFace;
import software.amazon.awssdk.services.rekognition.model.UnsearchedFaceReason;
import software.amazon.awssdk.services.rekognition.model.UserMatch;

/// SearchUsers and SearchUsersByImage. Users without a face are never found; a user never finds itself.
final class UserSearchHandler {

    private static final int USUAL_MOST = 500;
    private static final float USUAL_THRESHOLD = 80;

    private final Engine engine;

    UserSearchHandler(Engine engine) {
        this.engine = engine;
    }

    SearchUsersResponse byFaceOrUser(SearchUsersRequest request) {
        if ((request.userId() == null) == (request.faceId() == null)) {
            throw RekognitionErrors.invalidParameters();
        }
        var collection = engine.collection(request.collectionId());
        return request.userId() == null ? byFace(collection, request) : byUser(collection, request);
    }

    private SearchUsersResponse byFace(CollectionRow collection, SearchUsersRequest request) {
        var face = FaceSearchHandler.visibleFace(engine, collection, request.faceId());
        var probe = engine.store().faces().vector(face.number(), engine.model());
        return SearchUsersResponse.builder()
                .searchedFace(SearchedFace.builder().faceId(request.faceId()).build())
                .userMatches(matches(collection, probe, request, Long.MIN_VALUE))
                .faceModelVersion(engine.modelVersion())
                .build();
    }

    private SearchUsersResponse byUser(CollectionRow collection, SearchUsersRequest request) {
        var user = engine.user(collection, request.userId());
        var probe = engine.store().users().vector(user.number(), engine.model());
        return SearchUsersResponse.builder()
                .searchedUser(SearchedUser.builder().userId(request.userId()).build())
                .userMatches(matches(collection, probe, request, user.number()))
                .faceModelVersion(engine.modelVersion())
                .build();
    }

    private List<UserMatch> matches(
            CollectionRow collection, Optional<float[]> probe, SearchUsersRequest request, long except) {
        return probe.map(
                        vector -> matches(collection, vector, request.maxUsers(), request.userMatchThreshold(), except))
                .orElse(List.of());
    }

    /// Without a face that can be searched the response is empty, not an error; SearchFacesByImage differs.
    SearchUsersByImageResponse byImage(SearchUsersByImageRequest request) {
        var collection = engine.collection(request.collectionId());
        var picture = engine.faceDetector().detectFaces(request.image());
        var filteredFaces = FilteredFaces.of(picture, QualityThreshold.of(request.qualityFilter(), QualityFilter.NONE));
        var answer = SearchUsersByImageResponse.builder()
                .userMatches(List.<UserMatch>of())
                .unsearchedFaces(unsearched(picture, filteredFaces))
                .faceModelVersion(engine.modelVersion());
        filteredFaces.accepted().stream()
                .findFirst()
                .ifPresent(probe -> answer.searchedFace(SearchedFaceDetails.builder()
                                .faceDetail(FaceDetailMapper.of(picture, probe, Set.of()))
                                .build())
                        .userMatches(matches(
                                collection,
                                probe.vector().values(),
                                request.maxUsers(),
                                request.userMatchThreshold(),
                                Long.MIN_VALUE)));
        return answer.build();
    }

    private static List<UnsearchedFace> unsearched(
            ImageFaceDetector.AnalysedImage picture, FilteredFaces filteredFaces) {
        var unsearched = new ArrayList<UnsearchedFace>();
        filteredFaces.accepted().stream()
                .skip(1)
                .forEach(face ->
                        unsearched.add(unsearched(picture, face, List.of(UnsearchedFaceReason.FACE_NOT_LARGEST))));
        filteredFaces
                .rejected()
                .forEach(rejectedFace -> unsearched.add(unsearched(
                        picture,
                        rejectedFace.face(),
                        rejectedFace.reasons().stream()
                                .map(reason -> UnsearchedFaceReason.fromValue(reason.toString()))
                                .toList())));
        return unsearched;
    }

    private static UnsearchedFace unsearched(
            ImageFaceDetector.AnalysedImage picture, Face face, List<UnsearchedFaceReason> reasons) {
        return UnsearchedFace.builder()
                .faceDetails(FaceDetailMapper.of(picture, face, Set.of()))
                .reasons(reasons)
                .build();
    }

    private List<UserMatch> matches(
            CollectionRow collection, float[] probe, @Nullable Integer most, @Nullable Float threshold, long except) {
        float least = threshold == null ? USUAL_THRESHOLD : threshold;
        var near = engine
                .vectorCache()
                .users(collection)
                .nearest(
                        new SearchProbe(
                                probe, engine.vectorCache().cohort(collection).score(probe)),
                        most == null ? USUAL_MOST : most,
                        Calibration.leastScore(least),
                        number -> number != except)
                .stream()
                .filter(found -> Calibration.similarity(found.score()) >= least)
                .toList();
        var rows = engine.store()
                .users()
                .byNumbers(near.stream().map(Neighbour::key).toList());
        return near.stream()
                .flatMap(found -> Stream.ofNullable(rows.get(found.key())) // it may have been deleted in the meantime
                        .map(row -> match(row, found.score())))
                .toList();
    }

    private UserMatch match(UserRow row, float score) {
        return UserMatch.builder()
                .similarity(Calibration.similarity(score))
                .user(MatchedUser.builder()
                        .userId(row.id())
                        .userStatus(engine.status(row))
                        .build())
                .build();
    }
}
