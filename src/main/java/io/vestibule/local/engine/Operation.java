package io.vestibule.local.engine;

import software.amazon.awssdk.services.rekognition.model.RekognitionRequest;
import software.amazon.awssdk.services.rekognition.model.RekognitionResponse;

/// One operation of the service with the type of its request.
record Operation<Q extends RekognitionRequest>(Class<Q> type, Work<Q> work) {

    @FunctionalInterface
    interface Work<Q> {
        RekognitionResponse answer(Q request);
    }

    RekognitionResponse answer(RekognitionRequest request) {
        return work.answer(type.cast(request));
    }
}
