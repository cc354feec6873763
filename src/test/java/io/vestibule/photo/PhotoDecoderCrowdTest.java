package io.vestibule.photo;

import static io.vestibule.photo.PhotoSamples.busy;
import static io.vestibule.photo.PhotoSamples.door;
import static io.vestibule.photo.PhotoSamples.file;
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

class PhotoDecoderCrowdTest {

    @Test
    void manyAtOnceAllGetTheirPicture() throws Exception {
        PhotoDecoder door = door();
        byte[] jpeg = file(busy(300, 200, BufferedImage.TYPE_3BYTE_BGR), "jpeg");
        byte[] text = "no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        int[] wanted = door.decode(jpeg).argb();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<int[]>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                answers.add(crowd.submit(() -> {
                    assertThatThrownBy(() -> door.decode(text)).isInstanceOf(PhotoException.class);
                    return door.decode(jpeg).argb();
                }));
            }
            for (Future<int[]> answer : answers) {
                assertThat(answer.get()).isEqualTo(wanted);
            }
        }
    }

    @Test
    void aCancelledThreadDoesNotWait() {
        byte[] jpeg = file(busy(300, 200, BufferedImage.TYPE_3BYTE_BGR), "jpeg");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> door().decode(jpeg)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
