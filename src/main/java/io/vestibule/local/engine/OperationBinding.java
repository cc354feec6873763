package io.vestibule.local.engine;

import software.amazon.awssdk.services.rekognition.model.RekognitionRequest;
import software.amazon.awssdk.services.rekognition.model.RekognitionResponse;

/// Binds an operation to the type of its request.
record OperationBinding<Q extends RekognitionRequest>(Class<Q> type, Handler<Q> handler) {

    @FunctionalInterface
    interface Handler<Q> {
        RekognitionResponse answer(Q request);
    }

    RekognitionResponse answer(RekognitionRequest request) {
        return handler.answer(type.cast(request));
    }
}
