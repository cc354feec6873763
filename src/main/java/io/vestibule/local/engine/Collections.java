package io.vestibule.local.engine;

import io.vestibule.local.engine.protocol.Arn;
import io.vestibule.local.engine.protocol.Page;
import io.vestibule.local.engine.protocol.Refusals;
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
final class Collections {

    private final Engine engine;

    Collections(Engine engine) {
        this.engine = engine;
    }

    CreateCollectionResponse create(CreateCollectionRequest request) {
        var id = request.collectionId();
        return engine.store().change(_ -> {
            var collections = engine.store().collections();
            if (collections.byId(id).isPresent()) {
                throw Refusals.collectionExists(id);
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
                .faceCount(collections.faces(collection.number()))
                .userCount(collections.users(collection.number()))
                .faceModelVersion(engine.modelVersion())
                .build();
    }

    ListCollectionsResponse list(ListCollectionsRequest request) {
        var page = Page.of(
                request.maxResults(),
                engine.pages().position(request.nextToken(), "ListCollections"),
                engine.store().collections()::page);
        return ListCollectionsResponse.builder()
                .collectionIds(page.rows().stream().map(CollectionRow::id).toList())
                .faceModelVersions(
                        page.rows().stream().map(_ -> engine.modelVersion()).toList())
                .nextToken(page.last(CollectionRow::number)
                        .map(last -> engine.pages().token(last, "ListCollections"))
                        .orElse(null))
                .build();
    }

    DeleteCollectionResponse delete(DeleteCollectionRequest request) {
        return engine.store().change(afterwards -> {
            var collection = engine.collection(request.collectionId());
            engine.store().collections().delete(collection.number());
            afterwards.accept(() -> engine.vectors().drop(collection));
            return DeleteCollectionResponse.builder().statusCode(200).build();
        });
    }
}
