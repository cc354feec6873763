package io.vestibule.vision;

import io.vestibule.photo.Photo;
import io.vestibule.photo.PhotoDecoder;
import io.vestibule.photo.PhotoEncoder;
import io.vestibule.photo.PhotoException;
import io.vestibule.photo.PhotoLimits;
import io.vestibule.photo.Pixels;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Recreates `assets/samples` from the pictures that its NOTICE names. Arguments: the folder of those pictures and
/// the output folder. Not a test.
public final class SampleMaker {

    /// One sample: the part of `source` around a point, rotated clockwise, scaled, its light multiplied, and blurred
    /// by scaling it down and up.
    private record Cut(
            String target, String source, Centre centre, Size size, double turn, double scale, Light light) {}

    private record Centre(double x, double y) {}

    private record Size(int width, int height) {}

    private record Light(double factor, double blur) {}

    private static final Light AS_IS = new Light(1, 1);

    private static final List<Cut> CUTS = List.of(
            new Cut("sample-person-1/1.jpg", "sample1.jpg", at(1586, 345), of(400, 500), -42, 1.5, AS_IS),
            new Cut("sample-person-1/2.jpg", "sample1.jpg", at(1590, 350), of(440, 540), -36, 1.3, lit(0.8, 1)),
            new Cut("sample-person-1/3.jpg", "sample1.jpg", at(1580, 340), of(380, 470), -47, 1.5, lit(1.15, 1.5)),
            new Cut("sample-person-1-probe.jpg", "sample3.jpg", at(1160, 410), of(640, 820), 0, 1, AS_IS),
            new Cut("sample-person-2/1.jpg", "sample6.jpg", at(360, 640), of(560, 640), 0, 1, AS_IS),
            new Cut("sample-person-2/2.jpg", "sample6.jpg", at(370, 620), of(480, 570), 7, 1.3, lit(0.75, 1)),
            new Cut("sample-person-2/3.jpg", "sample6.jpg", at(350, 630), of(520, 610), 12, 1.2, lit(1.1, 1.5)),
            new Cut("sample-person-3/1.jpg", "sample6.jpg", at(1620, 480), of(520, 680), 0, 1, AS_IS),
            new Cut("sample-person-3/2.jpg", "sample6.jpg", at(1620, 450), of(440, 600), -9, 1.2, lit(0.8, 1)),
            new Cut("sample-person-3/3.jpg", "sample6.jpg", at(1630, 460), of(460, 620), -15, 1.1, lit(1.15, 1.5)),
            new Cut("group.jpg", "sample6.jpg", at(960, 540), of(1760, 820), 0, 1280.0 / 1760, AS_IS),
            new Cut("too-blurred.jpg", "sample6.jpg", at(360, 630), of(560, 660), 0, 1, lit(1, 16)),
            new Cut("stranger.jpg", "astronaut.png", at(256, 256), of(512, 512), 0, 1, AS_IS));

    private SampleMaker() {}

    public static void main(String[] args) throws IOException, PhotoException {
        PhotoDecoder door = new PhotoDecoder(PhotoLimits.DEFAULT);
        PhotoEncoder maker = new PhotoEncoder(1920, 0.93f, PhotoEncoder.SERVICE_BYTES);
        for (Cut cut : CUTS) {
            Pixels source = door.decode(Path.of(args[0], cut.source()));
            Photo photo = maker.encode(pixels(draw(image(source), cut)));
            Path target = Path.of(args[1], cut.target());
            Files.createDirectories(target.getParent());
            Files.write(target, photo.bytes());
        }
    }

    private static BufferedImage draw(BufferedImage source, Cut cut) {
        int width = (int) Math.round(cut.size().width() * cut.scale());
        int height = (int) Math.round(cut.size().height() * cut.scale());
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.translate(width / 2.0, height / 2.0);
        graphics.scale(cut.scale(), cut.scale());
        graphics.rotate(Math.toRadians(cut.turn()));
        graphics.translate(-cut.centre().x(), -cut.centre().y());
        graphics.drawImage(source, 0, 0, null);
        graphics.dispose();
        BufferedImage lit = new RescaleOp((float) cut.light().factor(), 0, null).filter(drawn, null);
        double blur = cut.light().blur();
        Pixels small = pixels(lit).scaled((int) (width / blur), (int) (height / blur));
        return blur == 1 ? lit : enlarge(image(small), width, height);
    }

    private static BufferedImage enlarge(BufferedImage small, int width, int height) {
        BufferedImage large = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = large.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(small, 0, 0, width, height, null);
        graphics.dispose();
        return large;
    }

    private static BufferedImage image(Pixels pixels) {
        var image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, pixels.width(), pixels.height(), pixels.argb(), 0, pixels.width());
        return image;
    }

    private static Pixels pixels(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        return new Pixels(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }

    private static Centre at(double x, double y) {
        return new Centre(x, y);
    }

    private static Size of(int width, int height) {
        return new Size(width, height);
    }

    private static Light lit(double factor, double blur) {
        return new Light(factor, blur);
    }
}
