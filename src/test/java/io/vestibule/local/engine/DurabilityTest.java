package io.vestibule.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.rekognition.model.Face;
import software.amazon.awssdk.services.rekognition.model.RekognitionException;
import software.amazon.awssdk.services.rekognition.model.User;
import software.amazon.awssdk.services.rekognition.model.UserMatch;

class DurabilityTest {

    private static final String OFFICE = LocalEngine.COLLECTION;

    @TempDir
    Path folder;

    private static void associate(LocalEngine local, String user, List<String> faces, String token) {
        local.client.associateFaces(
                r -> r.collectionId(OFFICE).userId(user).faceIds(faces).clientRequestToken(token));
    }

    private static Map<String, String> holders(LocalEngine local) {
        return local.client.listFacesPaginator(r -> r.collectionId(OFFICE)).faces().stream()
                .collect(Collectors.toMap(Face::faceId, face -> String.valueOf(face.userId())));
    }

    private static List<UserMatch> search(LocalEngine local, String face) {
        return local.client
                .searchUsers(r -> r.collectionId(OFFICE).faceId(face).userMatchThreshold(0f))
                .userMatches();
    }

    @Test
    void keepsEverythingOverARestart() {
        Map<String, String> before;
        List<UserMatch> found;
        String probe;
        String page;
        List<String> faces;
        try (var local = LocalEngine.open(folder).withCollection()) {
            faces = local.faces(3, local.person());
            probe = local.face(local.person());
            local.user("u");
            local.user("empty");
            associate(local, "u", faces, "token-1");
            local.client.tagResource(r -> r.resourceArn("arn:aws:rekognition:local:000000000000:collection/" + OFFICE)
                    .tags(Map.of("site", "north")));
            before = holders(local);
            found = search(local, probe);
            page = local.client
                    .listFaces(r -> r.collectionId(OFFICE).maxResults(2))
                    .nextToken();
        }
        try (var local = LocalEngine.open(folder)) {
            assertThat(holders(local)).isEqualTo(before).containsEntry(faces.getFirst(), "u");
            assertThat(search(local, probe)).isEqualTo(found);
            assertThat(local.status("u")).isEqualTo("ACTIVE");
            assertThat(local.status("empty")).isEqualTo("CREATED");
            assertThat(local.client
                            .listTagsForResource(
                                    r -> r.resourceArn("arn:aws:rekognition:local:000000000000:collection/" + OFFICE))
                            .tags())
                    .containsEntry("site", "north");
            assertThat(local.client
                            .listFaces(r -> r.collectionId(OFFICE).nextToken(page))
                            .faces())
                    .hasSize(2);
            assertThat(local.client
                            .associateFaces(r -> r.collectionId(OFFICE)
                                    .userId("u")
                                    .faceIds(faces)
                                    .clientRequestToken("token-1"))
                            .associatedFaces())
                    .as("the answer of a call that was repeated after the restart")
                    .hasSize(3);
        }
    }

    /// The files at the moment when a call has just returned are those that a killed process would leave.
    @Test
    void hasEveryAnsweredChangeOnDiskWhenTheCallReturns() throws IOException {
        try (var local = LocalEngine.open(folder.resolve("live")).withCollection()) {
            var person = local.person();
            var expected = new ArrayList<Map<String, String>>();
            for (int i = 0; i < 4; i++) {
                var user = "u" + i;
                local.user(user);
                associate(local, user, local.faces(2, person), "token-" + i);
                expected.add(holders(local));
                copy(folder.resolve("live"), folder.resolve("killed-" + i));
            }
            local.client.deleteUser(r -> r.collectionId(OFFICE).userId("u0"));
            expected.add(holders(local));
            copy(folder.resolve("live"), folder.resolve("killed-4"));
            for (int i = 0; i < expected.size(); i++) {
                try (var survivor = LocalEngine.open(folder.resolve("killed-" + i))) {
                    assertThat(holders(survivor)).isEqualTo(expected.get(i));
                    assertThat(survivor.client
                                    .listUsers(r -> r.collectionId(OFFICE))
                                    .users())
                            .extracting(User::userStatusAsString)
                            .containsOnly("ACTIVE")
                            .hasSize(Math.min(i + 1, 4) - i / 4);
                }
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".mv.db")).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void opensOnlyWithItsKey() {
        try (var local = LocalEngine.open(folder).withCollection()) {
            assertThat(local.client.listCollections().collectionIds()).containsExactly(OFFICE);
        }
        assertThatThrownBy(() -> LocalRekognition.open(
                        folder,
                        "another-key".toCharArray(),
                        LocalEngine.VISION,
                        Optional.empty(),
                        EngineSettings.DEFAULT))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("store.wrong-key"));
    }

    @Test
    void leavesNeitherVectorsNorNamesReadableOnDisk() throws IOException {
        float[] vector;
        try (var local = LocalEngine.open(folder).withCollection()) {
            vector = local.person();
            local.user("somebody-known");
            associate(local, "somebody-known", List.of(local.face(vector)), "token-1");
        }
        var bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 4; i++) {
            bytes.putFloat(vector[i]);
        }
        var needle = new String(bytes.array(), StandardCharsets.ISO_8859_1);
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContain(needle)
                            .doesNotContain("somebody-known"));
        }
    }

    @Test
    void rejectsCallsAfterClose() {
        var local = LocalEngine.open(folder).withCollection();
        local.close();
        assertThatThrownBy(() -> local.client.listCollections())
                .isInstanceOfSatisfying(
                        RekognitionException.class,
                        e -> assertThat(e.statusCode()).isEqualTo(500));
    }
}
