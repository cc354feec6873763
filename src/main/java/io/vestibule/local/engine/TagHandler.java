package io.vestibule.local.engine;

import io.vestibule.local.engine.protocol.Arn;
import io.vestibule.local.engine.protocol.RekognitionErrors;
import io.vestibule.local.engine.store.CollectionRow;
import java.util.HashSet;
import software.amazon.awssdk.services.rekognition.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.rekognition.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.rekognition.model.TagResourceRequest;
import software.amazon.awssdk.services.rekognition.model.TagResourceResponse;
import software.amazon.awssdk.services.rekognition.model.UntagResourceRequest;
import software.amazon.awssdk.services.rekognition.model.UntagResourceResponse;

/// TagResource, UntagResource, ListTagsForResource; only collections can be tagged here.
final class TagHandler {

    private static final int MOST = 200;

    private final Engine engine;

    TagHandler(Engine engine) {
        this.engine = engine;
    }

    TagResourceResponse tag(TagResourceRequest request) {
        return engine.store().inTransaction(_ -> {
            var collection = tagged(request.resourceArn());
            var collections = engine.store().collections();
            var names = new HashSet<>(collections.tags(collection.number()).keySet());
            names.addAll(request.tags().keySet());
            if (names.size() > MOST) {
                throw RekognitionErrors.tooManyTags();
            }
            collections.tag(collection.number(), request.tags());
            return TagResourceResponse.builder().build();
        });
    }

    UntagResourceResponse untag(UntagResourceRequest request) {
        return engine.store().inTransaction(_ -> {
            engine.store().collections().untag(tagged(request.resourceArn()).number(), request.tagKeys());
            return UntagResourceResponse.builder().build();
        });
    }

    ListTagsForResourceResponse list(ListTagsForResourceRequest request) {
        var tags =
                engine.store().collections().tags(tagged(request.resourceArn()).number());
        return ListTagsForResourceResponse.builder().tags(tags).build();
    }

    private CollectionRow tagged(String arn) {
        return Arn.collectionId(arn)
                .flatMap(engine.store().collections()::byId)
                .orElseThrow(RekognitionErrors::noSuchResource);
    }
}
