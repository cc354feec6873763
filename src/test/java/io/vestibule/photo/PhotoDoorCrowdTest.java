package io.vestibule.photo;

import static io.vestibule.photo.Samples.busy;
import static io.vestibule.photo.Samples.door;
import static io.vestibule.photo.Samples.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PhotoDoorCrowdTest {

    @Test
    void manyAtOnceAllGetTheirPicture() throws Exception {
        PhotoDoor door = door();
        byte[] jpeg = file(busy(300, 200, BufferedImage.TYPE_3BYTE_BGR), "jpeg");
        byte[] text = "no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        int[] wanted = door.read(jpeg).argb();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<int[]>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                answers.add(crowd.submit(() -> {
                    assertThatThrownBy(() -> door.read(text)).isInstanceOf(PhotoException.class);
                    return door.read(jpeg).argb();
                }));
            }
            for (Future<int[]> answer : answers) {
                assertThat(answer.get()).isEqualTo(wanted);
            }
        }
    }

    @Test
    void whoeverIsCancelledDoesNotWait() {
        byte[] jpeg = file(busy(300, 200, BufferedImage.TYPE_3BYTE_BGR), "jpeg");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> door().read(jpeg)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
