package io.vestibule.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.rekognition.model.Face;
import software.amazon.awssdk.services.rekognition.model.FaceRecord;
import software.amazon.awssdk.services.rekognition.model.Image;
import software.amazon.awssdk.services.rekognition.model.IndexFacesResponse;
import software.amazon.awssdk.services.rekognition.model.InvalidParameterException;
import software.amazon.awssdk.services.rekognition.model.QualityFilter;
import software.amazon.awssdk.services.rekognition.model.Reason;
import software.amazon.awssdk.services.rekognition.model.ResourceNotFoundException;

class IndexFacesHandlerTest {

    private static final String OFFICE = LocalEngine.COLLECTION;
    private static final String PERSON = "sample-person-1/1.jpg";

    @TempDir
    Path folder;

    private LocalEngine local;

    @BeforeEach
    void open() {
        local = LocalEngine.open(folder).withCollection();
    }

    @AfterEach
    void close() {
        local.close();
    }

    private IndexFacesResponse index(String sample, String externalId) {
        return local.client.indexFaces(
                r -> r.collectionId(OFFICE).image(EngineSamples.image(sample)).externalImageId(externalId));
    }

    private static List<String> faceIds(IndexFacesResponse answer) {
        return answer.faceRecords().stream()
                .map(FaceRecord::face)
                .map(Face::faceId)
                .toList();
    }

    private long stored() {
        return local.client.describeCollection(r -> r.collectionId(OFFICE)).faceCount();
    }

    /// A photo that was 14 pixels wide once: its face is found for certain, and useless.
    private static Image useless() {
        var photo = EngineSamples.decoded("sample-person-3/2.jpg");
        int width = photo.getWidth() * 3 / 100;
        int height = photo.getHeight() * 3 / 100;
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        small.createGraphics()
                .drawImage(photo.getScaledInstance(width, height, java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
        var large = new BufferedImage(photo.getWidth(), photo.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = large.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(small, 0, 0, photo.getWidth(), photo.getHeight(), null);
        return EngineSamples.image(EngineSamples.encoded(large, "png"));
    }

    @Test
    void withoutAFilterNothingIsRefusedThatWasDetectedAndWithOneThereIsAReason() {
        var photo = useless();
        assertThat(local.client
                        .indexFaces(r -> r.collectionId(OFFICE).image(photo).qualityFilter(QualityFilter.AUTO))
                        .unindexedFaces())
                .singleElement()
                .satisfies(face -> assertThat(face.reasons()).contains(Reason.LOW_FACE_QUALITY));
        assertThat(stored()).isZero();
        assertThat(local.client
                        .indexFaces(r -> r.collectionId(OFFICE).image(photo).qualityFilter(QualityFilter.NONE))
                        .faceRecords())
                .hasSize(1);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void storesTheFaceOfAPhotoUnderItsName() {
        var answer = index(PERSON, "photo-1");
        assertThat(answer.unindexedFaces()).isEmpty();
        assertThat(answer.faceModelVersion()).matches("[0-9.]+");
        assertThat(answer.orientationCorrection()).isNull();
        var record = answer.faceRecords().getFirst();
        assertThat(record.face().externalImageId()).isEqualTo("photo-1");
        assertThat(record.face().boundingBox()).isEqualTo(record.faceDetail().boundingBox());
        assertThat(record.face().confidence()).isEqualTo(record.faceDetail().confidence());
        assertThat(record.face().userId()).isNull();
        assertThat(record.face().indexFacesModelVersion()).isNull();
        assertThat(record.faceDetail().landmarks()).hasSize(5);
        var listed = local.client.listFaces(r -> r.collectionId(OFFICE)).faces().getFirst();
        assertThat(listed.faceId()).isEqualTo(record.face().faceId());
        assertThat(listed.imageId()).isEqualTo(record.face().imageId());
        assertThat(listed.externalImageId()).isEqualTo("photo-1");
        assertThat(listed.indexFacesModelVersion()).isEqualTo(answer.faceModelVersion());
    }

    @Test
    void storesNothingNewForTheSamePhotoUnderTheSameName() {
        assertThat(faceIds(index(PERSON, "photo-1"))).isEqualTo(faceIds(index(PERSON, "photo-1")));
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void storesTheSamePhotoAgainUnderAnotherNameOrNone() {
        var answers = List.of(
                index(PERSON, "photo-1"),
                index(PERSON, "photo-2"),
                local.client.indexFaces(r -> r.collectionId(OFFICE).image(EngineSamples.image(PERSON))),
                local.client.indexFaces(r -> r.collectionId(OFFICE).image(EngineSamples.image(PERSON))));
        assertThat(answers.stream().map(IndexFacesHandlerTest::faceIds).distinct())
                .hasSize(4);
        assertThat(answers.stream()
                        .map(answer -> answer.faceRecords().getFirst().face().imageId())
                        .distinct())
                .hasSize(1);
        assertThat(stored()).isEqualTo(4);
        assertThat(index("sample-person-1/2.jpg", "photo-1")
                        .faceRecords()
                        .getFirst()
                        .face()
                        .imageId())
                .isNotEqualTo(answers.getFirst().faceRecords().getFirst().face().imageId());
    }

    @Test
    void keepsTheLargestFacesAndReportsThoseBeyondTheMaximum() {
        var one = local.client.indexFaces(r -> r.collectionId(OFFICE)
                .image(EngineSamples.image("group.jpg"))
                .externalImageId("group")
                .maxFaces(1));
        assertThat(one.faceRecords()).hasSize(1);
        assertThat(one.unindexedFaces()).hasSize(3).allSatisfy(face -> {
            assertThat(face.reasonsAsStrings()).containsExactly("EXCEEDS_MAX_FACES");
            assertThat(face.faceDetail().boundingBox()).isNotNull();
        });
        var all = index("group.jpg", "group");
        assertThat(all.faceRecords()).hasSize(4);
        assertThat(faceIds(all).getFirst()).isEqualTo(faceIds(one).getFirst());
        assertThat(stored()).isEqualTo(4);
    }

    @Test
    void keepsAPoorFaceOnlyIfNothingIsFiltered() {
        var filtered = index("too-blurred.jpg", "blurred");
        assertThat(filtered.faceRecords()).isEmpty();
        assertThat(filtered.unindexedFaces().getFirst().reasonsAsStrings()).contains("LOW_SHARPNESS");
        assertThat(stored()).isZero();
        var kept = local.client.indexFaces(r -> r.collectionId(OFFICE)
                .image(EngineSamples.image("too-blurred.jpg"))
                .qualityFilter(QualityFilter.NONE));
        assertThat(kept.faceRecords()).hasSize(1);
    }

    @Test
    void aHigherThresholdKeepsNoMoreFacesThanALowerOne() {
        var kept = List.of(QualityFilter.NONE, QualityFilter.LOW, QualityFilter.MEDIUM, QualityFilter.HIGH).stream()
                .map(filter -> local.client
                        .indexFaces(r -> r.collectionId(OFFICE)
                                .image(EngineSamples.image("group.jpg"))
                                .qualityFilter(filter))
                        .faceRecords()
                        .size())
                .toList();
        assertThat(kept).isSortedAccordingTo((a, b) -> b - a).first().isEqualTo(4);
        assertThat(kept.getLast()).isLessThan(4);
    }

    @Test
    void answersAPictureWithoutAFaceWithEmptyLists() {
        var wall = EngineSamples.image(EngineSamples.encoded(EngineSamples.wall(400, 300), "png"));
        var answer = local.client.indexFaces(r -> r.collectionId(OFFICE).image(wall));
        assertThat(answer.faceRecords()).isEmpty();
        assertThat(answer.unindexedFaces()).isEmpty();
    }

    @Test
    void reportsAMissingCollectionBeforeAnalysingThePicture() {
        var broken = EngineSamples.image(new byte[] {1});
        assertThatThrownBy(() ->
                        local.client.indexFaces(r -> r.collectionId("never").image(broken)))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    private void enrol(String person) {
        local.user(person);
        for (int photo = 1; photo <= 3; photo++) {
            var face = faceIds(index(person + "/" + photo + ".jpg", person + "-" + photo))
                    .getFirst();
            var answer = local.client.associateFaces(
                    r -> r.collectionId(OFFICE).userId(person).faceIds(face));
            assertThat(answer.associatedFaces()).as(person + " " + photo).hasSize(1);
        }
    }

    @Test
    void findsAnEnrolledPersonByANewPhotoAndNoStranger() {
        List.of("sample-person-1", "sample-person-2", "sample-person-3").forEach(this::enrol);
        var known = local.client.searchUsersByImage(
                r -> r.collectionId(OFFICE).image(EngineSamples.image("sample-person-1-probe.jpg")));
        assertThat(known.userMatches()).singleElement().satisfies(match -> {
            assertThat(match.user().userId()).isEqualTo("sample-person-1");
            assertThat(match.user().userStatusAsString()).isEqualTo("ACTIVE");
            assertThat(match.similarity()).isGreaterThan(99);
        });
        assertThat(known.searchedFace().faceDetail().boundingBox()).isNotNull();
        assertThat(known.unsearchedFaces()).isEmpty();
        var faces = local.client.searchFacesByImage(
                r -> r.collectionId(OFFICE).image(EngineSamples.image("sample-person-1-probe.jpg")));
        assertThat(faces.faceMatches())
                .hasSize(3)
                .isSortedAccordingTo((a, b) -> Float.compare(b.similarity(), a.similarity()))
                .allSatisfy(match -> assertThat(match.face().userId()).isEqualTo("sample-person-1"));
        assertThat(faces.searchedFaceConfidence()).isGreaterThan(90);
        assertThat(faces.searchedFaceBoundingBox()).isNotNull();
        var stranger = EngineSamples.image("stranger.jpg");
        assertThat(local.client
                        .searchUsersByImage(r -> r.collectionId(OFFICE).image(stranger))
                        .userMatches())
                .isEmpty();
        assertThat(local.client
                        .searchFacesByImage(r -> r.collectionId(OFFICE).image(stranger))
                        .faceMatches())
                .isEmpty();
    }

    @Test
    void refusesToAssociateAnotherPersonsFace() {
        enrol("sample-person-1");
        var stranger = faceIds(index("stranger.jpg", "stranger")).getFirst();
        var answer = local.client.associateFaces(
                r -> r.collectionId(OFFICE).userId("sample-person-1").faceIds(stranger));
        assertThat(answer.unsuccessfulFaceAssociations()).singleElement().satisfies(refusal -> {
            assertThat(refusal.reasonsAsStrings()).containsExactly("LOW_MATCH_CONFIDENCE");
            assertThat(refusal.confidence()).isBetween(0f, 50f);
        });
    }

    @Test
    void answersAPictureWithoutAFaceAsEachSearchDoes() {
        var wall = EngineSamples.image(EngineSamples.encoded(EngineSamples.wall(400, 300), "png"));
        assertThatThrownBy(() -> local.client.searchFacesByImage(
                        r -> r.collectionId(OFFICE).image(wall)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("There are no faces in the image. Should be at least 1.");
        var users = local.client.searchUsersByImage(r -> r.collectionId(OFFICE).image(wall));
        assertThat(users.userMatches()).isEmpty();
        assertThat(users.searchedFace()).isNull();
        assertThat(users.unsearchedFaces()).isEmpty();
    }

    @Test
    void searchesTheLargestFaceAndNamesTheOthers() {
        Image group = EngineSamples.image("group.jpg");
        var answer = local.client.searchUsersByImage(r -> r.collectionId(OFFICE).image(group));
        assertThat(answer.unsearchedFaces())
                .hasSize(3)
                .allSatisfy(face -> assertThat(face.reasonsAsStrings()).containsExactly("FACE_NOT_LARGEST"));
        var largest = answer.searchedFace().faceDetail().boundingBox();
        assertThat(answer.unsearchedFaces())
                .allSatisfy(face -> assertThat(face.faceDetails().boundingBox().width()
                                * face.faceDetails().boundingBox().height())
                        .isLessThan(largest.width() * largest.height()));
        var blurred = local.client.searchUsersByImage(r -> r.collectionId(OFFICE)
                .image(EngineSamples.image("too-blurred.jpg"))
                .qualityFilter(QualityFilter.AUTO));
        assertThat(blurred.searchedFace()).isNull();
        assertThat(blurred.unsearchedFaces().getFirst().reasonsAsStrings()).contains("LOW_SHARPNESS");
    }
}
