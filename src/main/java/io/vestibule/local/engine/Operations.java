package io.vestibule.local.engine;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rekognition.model.AssociateFacesRequest;
import software.amazon.awssdk.services.rekognition.model.CompareFacesRequest;
import software.amazon.awssdk.services.rekognition.model.CreateCollectionRequest;
import software.amazon.awssdk.services.rekognition.model.CreateUserRequest;
import software.amazon.awssdk.services.rekognition.model.DeleteCollectionRequest;
import software.amazon.awssdk.services.rekognition.model.DeleteFacesRequest;
import software.amazon.awssdk.services.rekognition.model.DeleteUserRequest;
import software.amazon.awssdk.services.rekognition.model.DescribeCollectionRequest;
import software.amazon.awssdk.services.rekognition.model.DetectFacesRequest;
import software.amazon.awssdk.services.rekognition.model.DisassociateFacesRequest;
import software.amazon.awssdk.services.rekognition.model.IndexFacesRequest;
import software.amazon.awssdk.services.rekognition.model.ListCollectionsRequest;
import software.amazon.awssdk.services.rekognition.model.ListFacesRequest;
import software.amazon.awssdk.services.rekognition.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.rekognition.model.ListUsersRequest;
import software.amazon.awssdk.services.rekognition.model.SearchFacesByImageRequest;
import software.amazon.awssdk.services.rekognition.model.SearchFacesRequest;
import software.amazon.awssdk.services.rekognition.model.SearchUsersByImageRequest;
import software.amazon.awssdk.services.rekognition.model.SearchUsersRequest;
import software.amazon.awssdk.services.rekognition.model.TagResourceRequest;
import software.amazon.awssdk.services.rekognition.model.UntagResourceRequest;

/// What the engine can do, by the type of the request.
final class Operations {

    private Operations() {}

    static Map<Class<?>, Operation<?>> of(Engine engine) {
        return Stream.of(collections(engine), faces(engine), users(engine), searches(engine), pictures(engine))
                .flatMap(Function.identity())
                .collect(Collectors.toUnmodifiableMap(Operation::type, Function.identity()));
    }

    private static Stream<Operation<?>> collections(Engine engine) {
        var collections = new Collections(engine);
        var tags = new Tags(engine);
        return Stream.of(
                new Operation<>(CreateCollectionRequest.class, collections::create),
                new Operation<>(DescribeCollectionRequest.class, collections::describe),
                new Operation<>(ListCollectionsRequest.class, collections::list),
                new Operation<>(DeleteCollectionRequest.class, collections::delete),
                new Operation<>(TagResourceRequest.class, tags::tag),
                new Operation<>(UntagResourceRequest.class, tags::untag),
                new Operation<>(ListTagsForResourceRequest.class, tags::list));
    }

    private static Stream<Operation<?>> faces(Engine engine) {
        var faces = new Faces(engine);
        return Stream.of(
                new Operation<>(IndexFacesRequest.class, new Indexing(engine)::index),
                new Operation<>(ListFacesRequest.class, faces::list),
                new Operation<>(DeleteFacesRequest.class, faces::delete));
    }

    private static Stream<Operation<?>> users(Engine engine) {
        var replays = new Replays(engine.store().replays(), engine.clock());
        var users = new Users(engine, replays);
        return Stream.of(
                new Operation<>(CreateUserRequest.class, users::create),
                new Operation<>(DeleteUserRequest.class, users::delete),
                new Operation<>(ListUsersRequest.class, users::list),
                new Operation<>(AssociateFacesRequest.class, new Association(engine, replays)::associate),
                new Operation<>(DisassociateFacesRequest.class, new Disassociation(engine, replays)::disassociate));
    }

    private static Stream<Operation<?>> searches(Engine engine) {
        var faces = new FaceSearch(engine);
        var users = new UserSearch(engine);
        return Stream.of(
                new Operation<>(SearchFacesRequest.class, faces::byFace),
                new Operation<>(SearchFacesByImageRequest.class, faces::byImage),
                new Operation<>(SearchUsersRequest.class, users::byFaceOrUser),
                new Operation<>(SearchUsersByImageRequest.class, users::byImage));
    }

    private static Stream<Operation<?>> pictures(Engine engine) {
        var detection = new Detection(engine);
        return Stream.of(
                new Operation<>(DetectFacesRequest.class, detection::detect),
                new Operation<>(CompareFacesRequest.class, detection::compare));
    }
}
