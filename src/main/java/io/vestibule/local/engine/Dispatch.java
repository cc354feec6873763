package io.vestibule.local.engine;

import io.vestibule.local.engine.protocol.Constraints;
import io.vestibule.local.engine.protocol.Rates;
import io.vestibule.local.engine.protocol.Refusals;
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

/// Stands behind [LocalRekognition] and leads each call by the type of its request: rate, constraints, operation.
///
/// The client's interface has some 75 operations in two forms each, plus paginators; all but the plain form are
/// default methods that end up at the plain form, so nothing here is written per operation.
final class Dispatch implements InvocationHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final Engine engine;
    private final Rates rates;
    private final Constraints constraints = Constraints.load();
    private final Map<Class<?>, Operation<?>> operations;

    private Dispatch(Engine engine) {
        this.engine = engine;
        this.rates = new Rates(engine.settings().callsPerSecond(), engine.clock());
        this.operations = Operations.of(engine);
    }

    static LocalRekognition client(Engine engine) {
        return (LocalRekognition) Proxy.newProxyInstance(
                LocalRekognition.class.getClassLoader(), new Class<?>[] {LocalRekognition.class}, new Dispatch(engine));
    }

    /// Name of the operation that a request is for, for example `IndexFaces`.
    static String operation(Class<?> request) {
        var name = request.getSimpleName();
        return name.substring(0, name.length() - "Request".length());
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a client is equal to itself only
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
            throw Refusals.notAvailable(method.getName());
        }
    }

    private RekognitionResponse answer(RekognitionRequest request) {
        var name = operation(request.getClass());
        var operation = operations.get(request.getClass());
        if (operation == null) {
            throw Refusals.notAvailable(name);
        }
        rates.admit(name);
        constraints.broken(request).ifPresent(message -> {
            throw Refusals.validation(message);
        });
        try {
            return withMetadata(operation.answer(request));
        } catch (SdkException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("{} failed on the embedded engine", name, e);
            throw Refusals.internal(e);
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
