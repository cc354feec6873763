package io.vestibule.local.engine;

import io.vestibule.local.engine.protocol.RekognitionErrors;
import io.vestibule.local.engine.protocol.RequestThrottle;
import io.vestibule.local.engine.protocol.RequestValidator;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.DefaultAwsResponseMetadata;
import software.amazon.awssdk.awscore.util.AwsHeader;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.RekognitionRequest;
import software.amazon.awssdk.services.rekognition.model.RekognitionResponse;

/// Implements [LocalRekognition] and dispatches each call by the type of its request: rate limit, validation,
/// operation.
///
/// The client's interface has some 75 operations in two forms each, plus paginators; all but the plain form are
/// default methods that call the plain form, so nothing here is written per operation.
final class RequestDispatcher implements InvocationHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RequestDispatcher.class);

    private final Engine engine;
    private final RequestThrottle throttle;
    private final RequestValidator validator = RequestValidator.load();
    private final Map<Class<?>, OperationBinding<?>> operations;

    private RequestDispatcher(Engine engine) {
        this.engine = engine;
        this.throttle = new RequestThrottle(engine.settings().callsPerSecond(), engine.clock());
        this.operations = OperationRegistry.of(engine);
    }

    static LocalRekognition client(Engine engine) {
        return (LocalRekognition) Proxy.newProxyInstance(
                LocalRekognition.class.getClassLoader(),
                new Class<?>[] {LocalRekognition.class},
                new RequestDispatcher(engine));
    }

    /// Name of the operation of a request type, for example `IndexFaces`.
    static String operationName(Class<?> request) {
        var name = request.getSimpleName();
        return name.substring(0, name.length() - "Request".length());
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a client is equal only to itself
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (arguments != null
                && arguments[0] instanceof RekognitionRequest request
                && RekognitionResponse.class.isAssignableFrom(method.getReturnType())) {
            return answer(request);
        }
        return switch (method.getName()) {
            case "close" -> {
                engine.close();
                yield null;
            }
            case "warmUp" -> {
                engine.warmUp();
                yield null;
            }
            case "gallery" -> new EngineGallery(engine);
            case "objects" -> engine.objects();
            case "database" -> engine.store().database();
            case "serviceName" -> RekognitionClient.SERVICE_NAME;
            case "toString" -> "LocalRekognition";
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> arguments != null && proxy == arguments[0];
            default -> inherited(proxy, method, arguments);
        };
    }

    private static @Nullable Object inherited(Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        } catch (UnsupportedOperationException _) {
            throw RekognitionErrors.notAvailable(method.getName());
        }
    }

    private RekognitionResponse answer(RekognitionRequest request) {
        var name = operationName(request.getClass());
        var operationBinding = operations.get(request.getClass());
        if (operationBinding == null) {
            throw RekognitionErrors.notAvailable(name);
        }
        throttle.acquireOrThrow(name);
        validator.validate(request).ifPresent(message -> {
            throw RekognitionErrors.validation(message);
        });
        try {
            return withMetadata(operationBinding.answer(request));
        } catch (SdkException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("{} failed on the embedded engine", name, e);
            throw RekognitionErrors.internal(e);
        }
    }

    private static RekognitionResponse withMetadata(RekognitionResponse response) {
        var id = Map.of(AwsHeader.AWS_REQUEST_ID, UUID.randomUUID().toString());
        var builder = (RekognitionResponse.Builder) response.toBuilder();
        builder.responseMetadata(DefaultAwsResponseMetadata.create(id));
        builder.sdkHttpResponse(SdkHttpResponse.builder().statusCode(200).build());
        return builder.build();
    }
}
