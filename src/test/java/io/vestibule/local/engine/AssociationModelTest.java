package io.vestibule.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.vision.Calibration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.rekognition.model.AssociatedFace;
import software.amazon.awssdk.services.rekognition.model.DisassociatedFace;
import software.amazon.awssdk.services.rekognition.model.Face;
import software.amazon.awssdk.services.rekognition.model.UnsuccessfulFaceAssociation;
import software.amazon.awssdk.services.rekognition.model.UnsuccessfulFaceDeletion;
import software.amazon.awssdk.services.rekognition.model.UnsuccessfulFaceDisassociation;
import software.amazon.awssdk.services.rekognition.model.User;

/// Long random sequences of changes; each answer, and from time to time the whole state, is compared with a simple
/// model of two maps and a few lines of rules.
class AssociationModelTest {

    private static final String OFFICE = LocalEngine.COLLECTION;
    private static final float THRESHOLD = 75;

    @TempDir
    Path folder;

    private final Map<String, float[]> vectors = new HashMap<>();
    private final Map<String, @Nullable String> holders = new TreeMap<>();
    private final Set<String> users = new HashSet<>();
    private final List<String> everSeen = new ArrayList<>(List.of("00000000-0000-0000-0000-000000000000"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyAnswerIsWhatTheRulesSay(long seed) {
        var random = new Random(seed);
        var local = LocalEngine.open(folder).withCollection();
        try {
            var people = List.of(local.person(), local.person());
            for (int step = 0; step < 150; step++) {
                switch (random.nextInt(8)) {
                    case 0, 1 -> index(local, people.get(random.nextInt(2)), random);
                    case 2, 3, 4 -> associate(local, user(random), faces(random));
                    case 5 -> disassociate(local, user(random), faces(random));
                    case 6 -> deleteFaces(local, faces(random));
                    default -> toggleUser(local, user(random));
                }
                if (step % 50 == 49) {
                    compare(local);
                    local.close();
                    local = LocalEngine.open(folder);
                    compare(local);
                }
            }
        } finally {
            local.close();
        }
    }

    private static String user(Random random) {
        return "u" + random.nextInt(4);
    }

    private List<String> faces(Random random) {
        return random.ints(1 + random.nextInt(5), 0, everSeen.size())
                .mapToObj(everSeen::get)
                .toList();
    }

    private void index(LocalEngine local, float[] person, Random random) {
        var vector = local.like(person, .4 + .5 * random.nextFloat());
        var face = local.face(vector);
        vectors.put(face, vector);
        holders.put(face, null);
        everSeen.add(face);
    }

    private List<float[]> has(String user) {
        return holders.entrySet().stream()
                .filter(entry -> user.equals(entry.getValue()))
                .map(entry -> vectors.get(entry.getKey()))
                .toList();
    }

    private void associate(LocalEngine local, String user, List<String> faces) {
        if (!users.contains(user)) {
            return;
        }
        var mean = UserVector.of(has(user));
        var taken = new ArrayList<String>();
        var refused = new TreeMap<String, String>();
        for (var face : new LinkedHashSet<>(faces)) {
            var holder = holders.get(face);
            if (!holders.containsKey(face)) {
                refused.put(face, "FACE_NOT_FOUND");
            } else if (holder != null && !holder.equals(user)) {
                refused.put(face, "ASSOCIATED_TO_A_DIFFERENT_USER");
            } else if (holder == null && mean != null && similarity(mean, face) < THRESHOLD) {
                refused.put(face, "LOW_MATCH_CONFIDENCE");
            } else if (holder == null) {
                taken.add(face);
            }
        }
        var answer = local.client.associateFaces(
                r -> r.collectionId(OFFICE).userId(user).faceIds(faces));
        assertThat(answer.associatedFaces().stream().map(AssociatedFace::faceId))
                .containsExactlyElementsOf(taken);
        assertThat(answer.unsuccessfulFaceAssociations().stream()
                        .collect(Collectors.toMap(
                                UnsuccessfulFaceAssociation::faceId,
                                refusal -> refusal.reasonsAsStrings().getFirst())))
                .isEqualTo(refused);
        taken.forEach(face -> holders.put(face, user));
    }

    private float similarity(float[] mean, String face) {
        var vector = vectors.getOrDefault(face, mean);
        double cosine = 0;
        for (int i = 0; i < mean.length; i++) {
            cosine += (double) mean[i] * vector[i];
        }
        return Calibration.similarity((float) cosine);
    }

    private void disassociate(LocalEngine local, String user, List<String> faces) {
        if (!users.contains(user)) {
            return;
        }
        var freed = new LinkedHashSet<>(faces);
        freed.removeIf(face -> !user.equals(holders.get(face)));
        var refused = new HashSet<>(faces);
        refused.removeIf(
                face -> holders.containsKey(face) && (holders.get(face) == null || user.equals(holders.get(face))));
        var answer = local.client.disassociateFaces(
                r -> r.collectionId(OFFICE).userId(user).faceIds(faces));
        assertThat(answer.disassociatedFaces().stream().map(DisassociatedFace::faceId))
                .containsExactlyElementsOf(freed);
        assertThat(answer.unsuccessfulFaceDisassociations().stream().map(UnsuccessfulFaceDisassociation::faceId))
                .containsExactlyInAnyOrderElementsOf(refused);
        freed.forEach(face -> holders.put(face, null));
    }

    private void deleteFaces(LocalEngine local, List<String> faces) {
        var deleted = new LinkedHashSet<>(faces);
        deleted.removeIf(face -> !holders.containsKey(face) || holders.get(face) != null);
        var kept = new HashSet<>(faces);
        kept.removeAll(deleted);
        var answer = local.client.deleteFaces(r -> r.collectionId(OFFICE).faceIds(faces));
        assertThat(answer.deletedFaces()).containsExactlyElementsOf(deleted);
        assertThat(answer.unsuccessfulFaceDeletions().stream().map(UnsuccessfulFaceDeletion::faceId))
                .containsExactlyInAnyOrderElementsOf(kept);
        deleted.forEach(holders::remove);
    }

    private void toggleUser(LocalEngine local, String user) {
        if (users.add(user)) {
            local.user(user);
        } else {
            users.remove(user);
            local.client.deleteUser(r -> r.collectionId(OFFICE).userId(user));
            holders.replaceAll((_, holder) -> user.equals(holder) ? null : holder);
        }
    }

    private void compare(LocalEngine local) {
        var stored = new TreeMap<String, @Nullable String>();
        local.client
                .listFacesPaginator(r -> r.collectionId(OFFICE).maxResults(7))
                .faces()
                .forEach(face -> stored.put(face.faceId(), face.userId()));
        assertThat(stored).isEqualTo(holders);
        assertThat(local.client.listUsers(r -> r.collectionId(OFFICE)).users().stream()
                        .collect(Collectors.toMap(User::userId, User::userStatusAsString)))
                .isEqualTo(users.stream()
                        .collect(
                                Collectors.toMap(user -> user, user -> has(user).isEmpty() ? "CREATED" : "ACTIVE")));
        for (var user : users) {
            assertThat(local.client.listFaces(r -> r.collectionId(OFFICE).userId(user)).faces().stream()
                            .map(Face::faceId))
                    .hasSize(has(user).size());
        }
        holders.keySet().stream()
                .findFirst()
                .ifPresent(face -> assertThat(local
                                .client
                                .searchUsers(
                                        r -> r.collectionId(OFFICE).faceId(face).userMatchThreshold(0f))
                                .userMatches()
                                .stream()
                                .map(match -> match.user().userId()))
                        .containsExactlyInAnyOrderElementsOf(users.stream()
                                .filter(user -> !has(user).isEmpty())
                                .toList()));
    }
}
