package io.vestibule.local.wire;

import io.vestibule.local.engine.protocol.ShapeJson;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.RekognitionRequest;
import software.amazon.awssdk.services.rekognition.model.RekognitionResponse;
import software.amazon.awssdk.utils.builder.Buildable;

/// Every operation of the service by its protocol name, as the SDK's client declares them. Operations that the engine
/// does not implement are included: the engine rejects them.
final class OperationTargets {

    private static final String PREFIX = "RekognitionService.";
    private static final String REQUEST = "Request";

    private final Map<String, Class<?>> requests = Arrays.stream(RekognitionClient.class.getMethods())
            .filter(OperationTargets::takesARequest)
            .map(method -> method.getParameterTypes()[0])
            .distinct()
            .collect(Collectors.toUnmodifiableMap(OperationTargets::operation, Function.identity()));

    private static boolean takesARequest(Method method) {
        return method.getParameterCount() == 1
                && RekognitionRequest.class.isAssignableFrom(method.getParameterTypes()[0])
                && RekognitionResponse.class.isAssignableFrom(method.getReturnType());
    }

    private static String operation(Class<?> request) {
        var name = request.getSimpleName();
        return name.substring(0, name.length() - REQUEST.length());
    }

    /// Name of the operation that the header `X-Amz-Target` requests.
    String operation(String target) throws RequestRejectedException {
        if (!target.startsWith(PREFIX) || !requests.containsKey(target.substring(PREFIX.length()))) {
            throw RequestRejectedException.unknownOperation();
        }
        return target.substring(PREFIX.length());
    }

    /// @throws RequestRejectedException if the body is not the JSON of such a request
    RekognitionRequest request(String operation, byte[] body) throws RequestRejectedException {
        var builder = builder(operation);
        try {
            ShapeJson.read(body, builder);
        } catch (IllegalArgumentException _) {
            throw RequestRejectedException.notJson();
        }
        return (RekognitionRequest) ((Buildable) builder).build();
    }

    private SdkPojo builder(String operation) throws RequestRejectedException {
        var request = requests.get(operation);
        if (request == null) {
            throw RequestRejectedException.unknownOperation();
        }
        try {
            return (SdkPojo) request.getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Every request of the SDK has a builder", e);
        }
    }
}
