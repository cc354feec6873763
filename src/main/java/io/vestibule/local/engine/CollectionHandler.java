package io.vestibule.local.engine;

import io.vestibule.local.engine.protocol.Arn;
import io.vestibule.local.engine.protocol.RekognitionErrors;
import io.vestibule.local.engine.protocol.ResultPage;
import io.vestibule.local.engine.store.CollectionRow;
import software.amazon.awssdk.services.rekognition.model.CreateCollectionRequest;
import software.amazon.awssdk.services.rekognition.model.CreateCollectionResponse;
import software.amazon.awssdk.services.rekognition.model.DeleteCollectionRequest;
import software.amazon.awssdk.services.rekognition.model.DeleteCollectionResponse;
import software.amazon.awssdk.services.rekognition.model.DescribeCollectionRequest;
import software.amazon.awssdk.services.rekognition.model.DescribeCollectionResponse;
import software.amazon.awssdk.services.rekognition.model.ListCollectionsRequest;
import software.amazon.awssdk.services.rekognition.model.ListCollectionsResponse;

/// CreateCollection, DescribeCollection, ListCollections, DeleteCollection.
final class CollectionHandler {

    private final Engine engine;

    CollectionHandler(Engine engine) {
        this.engine = engine;
    }

    CreateCollectionResponse create(CreateCollectionRequest request) {
        var id = request.collectionId();
        return engine.store().inTransaction(_ -> {
            var collections = engine.store().collections();
            if (collections.byId(id).isPresent()) {
                throw RekognitionErrors.collectionExists(id);
            }
            collections.insert(id, engine.now());
            collections.tag(engine.collection(id).number(), request.tags());
            return CreateCollectionResponse.builder()
                    .statusCode(200)
                    .collectionArn(Arn.of(id))
                    .faceModelVersion(engine.modelVersion())
                    .build();
        });
    }

    DescribeCollectionResponse describe(DescribeCollectionRequest request) {
        var collection = engine.collection(request.collectionId());
        var collections = engine.store().collections();
        return DescribeCollectionResponse.builder()
                .collectionARN(Arn.of(collection.id()))
                .creationTimestamp(collection.created())
                .faceCount(collections.countFaces(collection.number()))
                .userCount(collections.countUsers(collection.number()))
                .faceModelVersion(engine.modelVersion())
                .build();
    }

    ListCollectionsResponse list(ListCollectionsRequest request) {
        var resultPage = ResultPage.of(
                request.maxResults(),
                engine.pages().position(request.nextToken(), "ListCollections"),
                engine.store().collections()::page);
        return ListCollectionsResponse.builder()
                .collectionIds(resultPage.rows().stream().map(CollectionRow::id).toList())
                .faceModelVersions(resultPage.rows().stream()
                        .map(_ -> engine.modelVersion())
                        .toList())
                .nextToken(resultPage
                        .last(CollectionRow::number)
                        .map(last -> engine.pages().token(last, "ListCollections"))
                        .orElse(null))
                .build();
    }

    DeleteCollectionResponse delete(DeleteCollectionRequest request) {
        return engine.store().inTransaction(afterwards -> {
            var collection = engine.collection(request.collectionId());
            engine.store().collections().delete(collection.number());
            afterwards.accept(() -> engine.vectorCache().evict(collection));
            return DeleteCollectionResponse.builder().statusCode(200).build();
        });
    }
}
