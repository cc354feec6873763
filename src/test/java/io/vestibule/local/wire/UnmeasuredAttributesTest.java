package io.vestibule.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.local.engine.EngineSamples;
import io.vestibule.local.engine.LocalEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.Attribute;
import software.amazon.awssdk.services.rekognition.model.Image;
import software.amazon.awssdk.services.rekognition.model.InvalidParameterException;

/// Attributes that a caller asks for and no model here measures.
class UnmeasuredAttributesTest {

    private static final String OFFICE = LocalEngine.COLLECTION;

    @TempDir
    static Path folder;

    private static ServerFixture server;
    private static RekognitionServer strict;
    private static RekognitionClient client;

    @BeforeAll
    static void open() throws Exception {
        server = ServerFixture.open(folder);
        server.local.withCollection();
        client = server.client();
        strict = RekognitionServer.start(
                server.local.client::answer,
                server.key,
                RekognitionServer.ServerOptions.onPort(0).withUnmeasured(UnmeasuredAttributes.REFUSED));
    }

    @AfterAll
    static void close() {
        client.close();
        strict.close();
        server.close();
    }

    private static Image photo() {
        return EngineSamples.image("sample-person-1/1.jpg");
    }

    private static Optional<String> leftOut(Attribute... attributes) {
        return client.detectFaces(r -> r.image(photo()).attributes(attributes))
                .sdkHttpResponse()
                .firstMatchingHeader(UnmeasuredAttributes.HEADER);
    }

    @Test
    void aHeaderListsWhatWasAskedForAndIsMissing() {
        assertThat(leftOut(Attribute.AGE_RANGE, Attribute.EYES_OPEN)).hasValue("AgeRange");
        assertThat(leftOut(Attribute.ALL).orElseThrow().split(", "))
                .contains("AgeRange", "Emotions", "FaceOccluded", "Gender", "Smile", "Sunglasses")
                .doesNotContain("EyesOpen", "Default", "All");
        assertThat(client.indexFaces(
                                r -> r.collectionId(OFFICE).image(photo()).detectionAttributesWithStrings("GENDER"))
                        .sdkHttpResponse()
                        .firstMatchingHeader(UnmeasuredAttributes.HEADER))
                .hasValue("Gender");
    }

    @Test
    void thereIsNoHeaderIfNothingIsMissing() {
        assertThat(leftOut()).isEmpty();
        assertThat(leftOut(Attribute.DEFAULT, Attribute.EYES_OPEN)).isEmpty();
        assertThat(client.listCollections().sdkHttpResponse().firstMatchingHeader(UnmeasuredAttributes.HEADER))
                .isEmpty();
    }

    /// Eyes of small faces cannot be judged.
    @Test
    void eyesThatAreTooSmallAreInTheListToo() {
        assertThat(client.detectFaces(
                                r -> r.image(EngineSamples.image("group.jpg")).attributes(Attribute.EYES_OPEN))
                        .sdkHttpResponse()
                        .firstMatchingHeader(UnmeasuredAttributes.HEADER))
                .hasValue("EyesOpen");
    }

    @Test
    void theServerRefusesThemIfItIsToldTo() {
        int before = server.local
                .client
                .listFaces(r -> r.collectionId(OFFICE))
                .faces()
                .size();
        try (var caller = server.client(strict.endpoint())) {
            for (var attribute : List.of("AGE_RANGE", "ALL")) {
                assertThatThrownBy(() -> caller.indexFaces(
                                r -> r.collectionId(OFFICE).image(photo()).detectionAttributesWithStrings(attribute)))
                        .isInstanceOf(InvalidParameterException.class)
                        .hasMessageContaining("AgeRange");
            }
            assertThat(server.local
                            .client
                            .listFaces(r -> r.collectionId(OFFICE))
                            .faces())
                    .hasSize(before);
            assertThat(caller.detectFaces(r -> r.image(photo()).attributes(Attribute.DEFAULT, Attribute.EYES_OPEN))
                            .faceDetails())
                    .hasSize(1);
        }
    }
}
