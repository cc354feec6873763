package io.vestibule.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.rekognition.model.ConflictException;
import software.amazon.awssdk.services.rekognition.model.Face;
import software.amazon.awssdk.services.rekognition.model.User;

class ConcurrencyTest {

    private static final String OFFICE = LocalEngine.COLLECTION;

    @TempDir
    Path folder;

    private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<T>();
            for (var future : threads.invokeAll(calls)) {
                answers.add(future.get());
            }
            return answers;
        }
    }

    private static List<Callable<Integer>> times(int count, Callable<Integer> call) {
        return Collections.nCopies(count, call);
    }

    @Test
    void createsAUserOnceForConcurrentCalls() throws Exception {
        try (var local = LocalEngine.open(folder).withCollection()) {
            var made = together(times(16, () -> {
                try {
                    local.user("u");
                    return 1;
                } catch (ConflictException _) {
                    return 0;
                }
            }));
            assertThat(made.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        }
    }

    @Test
    void associatesAFaceWithOneUserForConcurrentCalls() throws Exception {
        try (var local = LocalEngine.open(folder).withCollection()) {
            var face = local.face(local.person());
            var next = new AtomicInteger();
            for (int i = 0; i < 12; i++) {
                local.user("u" + i);
            }
            var given = together(times(12, () -> {
                var user = "u" + next.getAndIncrement();
                return local.client
                        .associateFaces(r -> r.collectionId(OFFICE).userId(user).faceIds(face))
                        .associatedFaces()
                        .size();
            }));
            assertThat(given.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        }
    }

    @Test
    void performsARepeatedTokenOnceForConcurrentCalls() throws Exception {
        try (var local = LocalEngine.open(folder).withCollection()) {
            var face = local.face(local.person());
            local.user("u");
            var answers = together(times(
                    12,
                    () -> local.client
                            .associateFaces(r -> r.collectionId(OFFICE)
                                    .userId("u")
                                    .faceIds(face)
                                    .clientRequestToken("one-and-the-same"))
                            .associatedFaces()
                            .size()));
            assertThat(answers).containsOnly(1);
        }
    }

    /// Searches run concurrently, so that the vector cache is updated in every order of changes.
    @Test
    void searchesInMemoryAgreeWithTheDatabaseAfterConcurrentChanges() throws Exception {
        List<Float> live;
        String probe;
        int left;
        try (var local = LocalEngine.open(folder).withCollection()) {
            var person = local.person();
            probe = local.face(person);
            var next = new AtomicInteger();
            together(times(24, () -> {
                var user = "u" + next.getAndIncrement();
                local.user(user);
                var faces = synchronizedFaces(local, person);
                local.client.associateFaces(
                        r -> r.collectionId(OFFICE).userId(user).faceIds(faces));
                local.client.searchUsers(r -> r.collectionId(OFFICE).faceId(probe));
                local.client.disassociateFaces(
                        r -> r.collectionId(OFFICE).userId(user).faceIds(faces.getFirst()));
                local.client.deleteFaces(r -> r.collectionId(OFFICE).faceIds(faces));
                if (user.endsWith("3")) {
                    local.client.deleteUser(r -> r.collectionId(OFFICE).userId(user));
                }
                return 0;
            }));
            live = similarities(local, probe);
            left = local.client.listUsers(r -> r.collectionId(OFFICE)).users().size();
        }
        assertThat(live).hasSize(left);
        try (var local = LocalEngine.open(folder)) {
            assertThat(similarities(local, probe)).isEqualTo(live);
            assertThat(local.client.listUsers(r -> r.collectionId(OFFICE)).users())
                    .extracting(User::userStatusAsString)
                    .containsOnly("ACTIVE");
            assertThat(local.client.listFaces(r -> r.collectionId(OFFICE)).faces())
                    .filteredOn(face -> face.userId() == null)
                    .extracting(Face::faceId)
                    .contains(probe);
        }
    }

    private static List<String> synchronizedFaces(LocalEngine local, float[] person) {
        synchronized (local) {
            return local.faces(3, person);
        }
    }

    private static List<Float> similarities(LocalEngine local, String probe) {
        return local
                .client
                .searchUsers(r -> r.collectionId(OFFICE).faceId(probe).userMatchThreshold(0f))
                .userMatches()
                .stream()
                .map(match -> match.similarity())
                .toList();
    }
}
