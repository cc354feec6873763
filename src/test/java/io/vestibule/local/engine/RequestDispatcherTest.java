package io.vestibule.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.rekognition.model.ListCollectionsRequest;
import software.amazon.awssdk.services.rekognition.model.ListCollectionsResponse;
import software.amazon.awssdk.services.rekognition.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.rekognition.model.RekognitionException;

class RequestDispatcherTest {

    @TempDir
    Path folder;

    private @Nullable LocalEngine opened;

    private LocalEngine open(EngineSettings settings) {
        opened = LocalEngine.open(folder, settings, Optional.empty()).withCollection();
        return opened;
    }

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void rejectsOperationsThatAreNotImplemented() {
        var client = open(EngineSettings.DEFAULT).client;
        assertThat(new Throwable[] {
                    catchThrowable(() -> client.detectText(r -> {})),
                    catchThrowable(() -> client.createFaceLivenessSession(r -> {})),
                    catchThrowable(() ->
                            client.listStreamProcessorsPaginator().stream().count()),
                    catchThrowable(client::waiter)
                })
                .allSatisfy(thrown -> {
                    assertThat(thrown).isExactlyInstanceOf(RekognitionException.class);
                    assertThat(LocalEngine.code(thrown)).isEqualTo("NotAvailableOnEmbeddedEngine");
                    assertThat(LocalEngine.message(thrown)).endsWith("is not available on the embedded engine");
                });
    }

    @Test
    void refusesLikeTheServiceDoesWithCodeStatusAndRequestId() {
        var thrown = (RekognitionException) catchThrowable(
                () -> open(EngineSettings.DEFAULT).client.deleteCollection(r -> r.collectionId("never")));
        assertThat(thrown.statusCode()).isEqualTo(400);
        assertThat(thrown.requestId()).isNotBlank();
        assertThat(thrown.awsErrorDetails().errorCode()).isEqualTo("ResourceNotFoundException");
        assertThat(thrown.awsErrorDetails().serviceName()).isEqualTo("Rekognition");
        assertThat(thrown.isThrottlingException()).isFalse();
    }

    @Test
    void answersAnyRequestByItsTypeAndWithARequestId() {
        var client = open(EngineSettings.DEFAULT).client;
        var answer = client.answer(ListCollectionsRequest.builder().build());
        assertThat(answer)
                .isInstanceOfSatisfying(
                        ListCollectionsResponse.class,
                        list -> assertThat(list.collectionIds()).containsExactly(LocalEngine.COLLECTION));
        assertThat(answer.responseMetadata().requestId()).isNotBlank();
        assertThat(client.listCollections()).isNotNull();
        assertThat(client.serviceName()).isEqualTo("rekognition");
        assertThat(client).hasToString("LocalRekognition");
        assertThat(Set.of(client)).contains(client);
    }

    @Test
    void refusesCallsBeyondTheRateOfTheirOperationUntilASecondHasPassed() {
        var local = open(EngineSettings.DEFAULT.withCallsPerSecond(Map.of("ListUsers", 2)));
        Runnable list = () -> local.client.listUsers(r -> r.collectionId(LocalEngine.COLLECTION));
        list.run();
        local.clock.pass(Duration.ofMillis(600));
        list.run();
        assertThatThrownBy(list::run).isInstanceOfSatisfying(ProvisionedThroughputExceededException.class, e -> {
            assertThat(e.isThrottlingException()).isTrue();
            assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("Provisioned Rate exceeded.");
        });
        local.client.listFaces(r -> r.collectionId(LocalEngine.COLLECTION));
        local.clock.pass(Duration.ofMillis(400));
        list.run();
        assertThatThrownBy(list::run).isInstanceOf(ProvisionedThroughputExceededException.class);
    }
}
