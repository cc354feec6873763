package io.vestibule.capture.ui;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A short soft tone for a photo that was taken.
public final class ShutterSound {

    private static final Logger LOG = LoggerFactory.getLogger(ShutterSound.class);
    private static final float RATE = 22_050;
    private static final double PITCH = 880;
    private static final double SECONDS = 0.12;
    private static final double LOUD = 0.25;

    private ShutterSound() {}

    /// Blocks until the tone ends. Silent where the computer has no audio output.
    public static void play() {
        var format = new AudioFormat(RATE, 8, 1, true, false);
        try (var line = AudioSystem.getSourceDataLine(format)) {
            line.open(format);
            line.start();
            byte[] wave = wave();
            line.write(wave, 0, wave.length);
            line.drain();
        } catch (LineUnavailableException | IllegalArgumentException e) {
            LOG.debug("No sound: {}", e.getClass().getName());
        }
    }

    /// Fades out, because a tone that is cut off clicks.
    private static byte[] wave() {
        byte[] wave = new byte[(int) (RATE * SECONDS)];
        for (int i = 0; i < wave.length; i++) {
            double fade = 1 - (double) i / wave.length;
            wave[i] = (byte) (127 * LOUD * fade * Math.sin(2 * Math.PI * PITCH * i / RATE));
        }
        return wave;
    }
}
