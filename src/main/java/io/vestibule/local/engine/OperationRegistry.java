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

/// The operations of the engine, by the type of the request.
final class OperationRegistry {

    private OperationRegistry() {}

    static Map<Class<?>, OperationBinding<?>> of(Engine engine) {
        return Stream.of(collections(engine), faces(engine), users(engine), searches(engine), pictures(engine))
                .flatMap(Function.identity())
                .collect(Collectors.toUnmodifiableMap(OperationBinding::type, Function.identity()));
    }

    private static Stream<OperationBinding<?>> collections(Engine engine) {
        var collectionHandler = new CollectionHandler(engine);
        var tagHandler = new TagHandler(engine);
        return Stream.of(
                new OperationBinding<>(CreateCollectionRequest.class, collectionHandler::create),
                new OperationBinding<>(DescribeCollectionRequest.class, collectionHandler::describe),
                new OperationBinding<>(ListCollectionsRequest.class, collectionHandler::list),
                new OperationBinding<>(DeleteCollectionRequest.class, collectionHandler::delete),
                new OperationBinding<>(TagResourceRequest.class, tagHandler::tag),
                new OperationBinding<>(UntagResourceRequest.class, tagHandler::untag),
                new OperationBinding<>(ListTagsForResourceRequest.class, tagHandler::list));
    }

    private static Stream<OperationBinding<?>> faces(Engine engine) {
        var faceHandler = new FaceHandler(engine);
        return Stream.of(
                new OperationBinding<>(IndexFacesRequest.class, new IndexFacesHandler(engine)::index),
                new OperationBinding<>(ListFacesRequest.class, faceHandler::list),
                new OperationBinding<>(DeleteFacesRequest.class, faceHandler::delete));
    }

    private static Stream<OperationBinding<?>> users(Engine engine) {
        var idempotentCalls = new IdempotentCalls(engine.store().idempotency(), engine.clock());
        var userHandler = new UserHandler(engine, idempotentCalls);
        return Stream.of(
                new OperationBinding<>(CreateUserRequest.class, userHandler::create),
                new OperationBinding<>(DeleteUserRequest.class, userHandler::delete),
                new OperationBinding<>(ListUsersRequest.class, userHandler::list),
                new OperationBinding<>(
                        AssociateFacesRequest.class, new AssociateFacesHandler(engine, idempotentCalls)::associate),
                new OperationBinding<>(
                        DisassociateFacesRequest.class,
                        new DisassociateFacesHandler(engine, idempotentCalls)::disassociate));
    }

    private static Stream<OperationBinding<?>> searches(Engine engine) {
        var faces = new FaceSearchHandler(engine);
        var users = new UserSearchHandler(engine);
        return Stream.of(
                new OperationBinding<>(SearchFacesRequest.class, faces::byFace),
                new OperationBinding<>(SearchFacesByImageRequest.class, faces::byImage),
                new OperationBinding<>(SearchUsersRequest.class, users::byFaceOrUser),
                new OperationBinding<>(SearchUsersByImageRequest.class, users::byImage));
    }

    private static Stream<OperationBinding<?>> pictures(Engine engine) {
        var faceDetectionHandler = new FaceDetectionHandler(engine);
        return Stream.of(
                new OperationBinding<>(DetectFacesRequest.class, faceDetectionHandler::detect),
                new OperationBinding<>(CompareFacesRequest.class, faceDetectionHandler::compare));
    }
}
