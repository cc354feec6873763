package io.vestibule.camera.v4l2;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A format, size and frame rate that a camera offers.
///
/// @param rate frames a second
record CaptureMode(int format, int width, int height, double rate) {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int DISCRETE = 1;

    /// The screen does not show more than this.
    private static final double ENOUGH = 30;

    /// The best mode: first fast enough, then nearest to 1280 x 720, then one that needs no decoding.
    static Optional<CaptureMode> best(V4l2Device v4l2Device) {
        return all(v4l2Device).stream()
                .min(Comparator.comparingDouble((CaptureMode captureMode) -> captureMode.rate() < 15 ? 1 : 0)
                        .thenComparingInt(mode -> Math.abs(mode.width() - WIDTH) + Math.abs(mode.height() - HEIGHT))
                        .thenComparingDouble(mode -> -Math.min(ENOUGH, mode.rate()))
                        .thenComparingInt(mode -> mode.format() == V4l2Device.YUYV ? 0 : 1));
    }

    private static List<CaptureMode> all(V4l2Device v4l2Device) {
        List<Integer> formats = new ArrayList<>();
        for (int i = 0;
                v4l2Device
                                .clearBuffer()
                                .putInt(0, i)
                                .putInt(4, V4l2Device.CAPTURE)
                                .ioctl(V4l2Device.ENUM_FMT)
                        >= 0;
                i++) {
            int format = v4l2Device.getInt(44);
            if (format == V4l2Device.MJPEG || format == V4l2Device.JPEG || format == V4l2Device.YUYV) {
                formats.add(format);
            }
        }
        List<CaptureMode> modes = new ArrayList<>();
        for (int format : formats) {
            sizes(v4l2Device, format)
                    .forEach(size ->
                            modes.add(new CaptureMode(format, size[0], size[1], rate(v4l2Device, format, size))));
        }
        return modes;
    }

    private static List<int[]> sizes(V4l2Device v4l2Device, int format) {
        List<int[]> sizes = new ArrayList<>();
        for (int i = 0;
                v4l2Device.clearBuffer().putInt(0, i).putInt(4, format).ioctl(V4l2Device.ENUM_FRAMESIZES) >= 0;
                i++) {
            if (v4l2Device.getInt(8) != DISCRETE) {
                // Any size between two limits.
                sizes.add(new int[] {
                    Math.clamp(WIDTH, v4l2Device.getInt(12), v4l2Device.getInt(16)),
                    Math.clamp(HEIGHT, v4l2Device.getInt(24), v4l2Device.getInt(28))
                });
                break;
            }
            sizes.add(new int[] {v4l2Device.getInt(12), v4l2Device.getInt(16)});
        }
        if (sizes.isEmpty()) {
            sizes.add(new int[] {WIDTH, HEIGHT}); // the driver adjusts the size if it has to
        }
        return sizes;
    }

    private static double rate(V4l2Device v4l2Device, int format, int[] size) {
        double best = 0;
        for (int i = 0;
                v4l2Device
                                .clearBuffer()
                                .putInt(0, i)
                                .putInt(4, format)
                                .putInt(8, size[0])
                                .putInt(12, size[1])
                                .ioctl(V4l2Device.ENUM_FRAMEINTERVALS)
                        >= 0;
                i++) {
            best = Math.max(best, (double) v4l2Device.getInt(24) / Math.max(1, v4l2Device.getInt(20)));
            if (v4l2Device.getInt(16) != DISCRETE) {
                break;
            }
        }
        return best == 0 ? ENOUGH : best; // for a driver that reports no rate
    }
}
