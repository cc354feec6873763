package io.vestibule.camera.v4l2;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One way a camera can send pictures.
///
/// @param rate frames a second
record Mode(int format, int width, int height, double rate) {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int DISCRETE = 1;

    /// More than this the screen does not show.
    private static final double ENOUGH = 30;

    /// The best: fast enough first, then nearest to 1280 x 720, then the one that needs no decoding.
    static Optional<Mode> best(Video video) {
        return all(video).stream()
                .min(Comparator.comparingDouble((Mode mode) -> mode.rate() < 15 ? 1 : 0)
                        .thenComparingInt(mode -> Math.abs(mode.width() - WIDTH) + Math.abs(mode.height() - HEIGHT))
                        .thenComparingDouble(mode -> -Math.min(ENOUGH, mode.rate()))
                        .thenComparingInt(mode -> mode.format() == Video.YUYV ? 0 : 1));
    }

    private static List<Mode> all(Video video) {
        List<Integer> formats = new ArrayList<>();
        for (int i = 0; video.fresh().put(0, i).put(4, Video.CAPTURE).ask(Video.ENUM_FMT) >= 0; i++) {
            int format = video.at(44);
            if (format == Video.MJPEG || format == Video.JPEG || format == Video.YUYV) {
                formats.add(format);
            }
        }
        List<Mode> modes = new ArrayList<>();
        for (int format : formats) {
            sizes(video, format)
                    .forEach(size -> modes.add(new Mode(format, size[0], size[1], rate(video, format, size))));
        }
        return modes;
    }

    private static List<int[]> sizes(Video video, int format) {
        List<int[]> sizes = new ArrayList<>();
        for (int i = 0; video.fresh().put(0, i).put(4, format).ask(Video.ENUM_FRAMESIZES) >= 0; i++) {
            if (video.at(8) != DISCRETE) {
                // Any size between two limits.
                sizes.add(new int[] {
                    Math.clamp(WIDTH, video.at(12), video.at(16)), Math.clamp(HEIGHT, video.at(24), video.at(28))
                });
                break;
            }
            sizes.add(new int[] {video.at(12), video.at(16)});
        }
        if (sizes.isEmpty()) {
            sizes.add(new int[] {WIDTH, HEIGHT}); // the driver will say what it makes of that
        }
        return sizes;
    }

    private static double rate(Video video, int format, int[] size) {
        double best = 0;
        for (int i = 0;
                video.fresh()
                                .put(0, i)
                                .put(4, format)
                                .put(8, size[0])
                                .put(12, size[1])
                                .ask(Video.ENUM_FRAMEINTERVALS)
                        >= 0;
                i++) {
            best = Math.max(best, (double) video.at(24) / Math.max(1, video.at(20)));
            if (video.at(16) != DISCRETE) {
                break;
            }
        }
        return best == 0 ? ENOUGH : best; // a driver that does not say
    }
}
