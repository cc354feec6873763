package io.vestibule.app.wiring;

import io.vestibule.enrol.SampleFlow;
import io.vestibule.photo.Photo;
import io.vestibule.photo.PhotoDecoder;
import io.vestibule.photo.PhotoEncoder;
import io.vestibule.photo.PhotoException;
import io.vestibule.photo.PhotoLimits;
import io.vestibule.photo.Pixels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes a list with photos: good rows, and rows with one planted fault each. The good ones are as many as there are
/// different faces: those of the shipped samples, and with `-Dimport.photos=FOLDER` of one person for each file there.
public final class ImportRecipe {

    static final String HEADER =
            "employee number;first name;last name;e-mail;phone;site;kind;valid until;consent;department;face_image_file1";

    /// What is wrong with a row, by its number; what is not listed is good.
    public final Map<Integer, String> planted = new LinkedHashMap<>();

    public final List<Integer> good = new ArrayList<>();
    private final Path folder;
    private final StringBuilder list = new StringBuilder(HEADER + "\n");
    private int next = 2;

    private ImportRecipe(Path folder) {
        this.folder = folder;
    }

    /// @param most good rows
    static ImportRecipe make(Path folder, int most) throws IOException {
        var recipe = new ImportRecipe(folder);
        Files.createDirectories(folder.resolve("photos"));
        recipe.addGood(most);
        recipe.addFaultsOfValues();
        recipe.addFaultsOfPhotos();
        Files.writeString(recipe.list(), recipe.list);
        return recipe;
    }

    /// Two people side by side.
    static void groupPhoto(Path file) throws IOException {
        var face = SampleFlow.read(SampleFlow.SAMPLES.getFirst().photos().get(1));
        Files.write(file, encoded(beside(pixels(face))));
    }

    Path list() {
        return folder.resolve("people.csv");
    }

    private void addGood(int most) throws IOException {
        var photos = new ArrayList<byte[]>();
        for (var sample : SampleFlow.SAMPLES) {
            photos.add(SampleFlow.read(sample.photos().getFirst()));
        }
        var more = System.getProperty("import.photos", "");
        if (!more.isEmpty()) {
            try (var files = Files.list(Path.of(more))) {
                for (var file :
                        files.filter(Files::isRegularFile).sorted().limit(most).toList()) {
                    photos.add(Files.readAllBytes(file));
                }
            }
        }
        for (int i = 0; i < Math.min(most, photos.size()); i++) {
            good.add(next);
            add("10" + i, "Good", "Person " + i, "", photo("good" + i + ".jpg", photos.get(i)));
        }
    }

    private void addFaultsOfValues() throws IOException {
        var photo = "photos/good0.jpg";
        plant("bulk.formula", "201;=cmd|' /C calc'!A0;X;;;;;;yes;;" + photo);
        plant("bulk.row-damaged", "202;\"Open;Quote;;;;;;yes;;\"" + photo);
        plant("bulk.key-twice", "100;Twice;Key;;;;;;yes;;" + photo);
        plant("bulk.key-unfit", "x".repeat(101) + ";Long;Key;;;;;;yes;;" + photo);
        plant("enrol.name-missing", "205;;;;;;;;yes;;" + photo);
        plant("enrol.name-unfit", "206;" + "n".repeat(201) + ";;;;;;;yes;;" + photo);
        plant("enrol.email-unfit", "207;Bad;Mail;nobody at home;;;;;yes;;" + photo);
        plant("enrol.phone-unfit", "208;Bad;Phone;;0;;;;yes;;" + photo);
        plant("bulk.site-unknown", "209;Bad;Site;;;Atlantis;;;yes;;" + photo);
        plant("bulk.kind-unknown", "210;Bad;Kind;;;;watch;;yes;;" + photo);
        plant("bulk.date-unfit", "211;Bad;Date;;;;;31.02.2027;yes;;" + photo);
        plant("enrol.expiry-unfit", "212;Past;Date;;;;;01.02.2020;yes;;" + photo);
        plant("bulk.consent-missing", "213;No;Consent;;;;;;;;" + photo);
        plant("bulk.consent-unclear", "214;Odd;Consent;;;;;;perhaps;;" + photo);
        plant("enrol.text-too-long", "215;Long;Note;;;;;;yes;" + "n".repeat(2_100) + ";" + photo);
        plant("bulk.cell-too-long", "216;Long;Cell;;;;;;yes;" + "n".repeat(4_100) + ";" + photo);
        plant("bulk.row-too-wide", "217;Wide;Row" + ";".repeat(300));
    }

    private void addFaultsOfPhotos() throws IOException {
        var face = SampleFlow.read(SampleFlow.SAMPLES.getFirst().photos().get(1));
        var pixels = pixels(face);
        plantPhoto("bulk.photo-missing", "photos/none.jpg");
        plantPhoto("bulk.photo-outside", "../../etc/passwd");
        plantPhoto("bulk.photo-address", "https://example.org/a.jpg");
        Files.createSymbolicLink(folder.resolve("photos/link.jpg"), folder.resolve("photos/good0.jpg"));
        plantPhoto("bulk.photo-link", "photos/link.jpg");
        plantPhoto("bulk.same-photo", "photos/good0.jpg");
        plantPhoto("photo.empty", photo("empty.jpg", new byte[0]));
        plantPhoto("photo.not-an-image", photo("text.jpg", "no picture".getBytes(StandardCharsets.UTF_8)));
        plantPhoto("photo.damaged", photo("cut.jpg", Arrays.copyOf(face, 300)));
        plantPhoto("photo.heic", photo("phone.jpg", heic()));
        plantPhoto("photo.too-small", photo("tiny.jpg", encoded(pixels.scaled(60, 60))));
        plantPhoto("finding.no-face", photo("wall.jpg", encoded(new Pixels(400, 500, grey(400 * 500)))));
        plantPhoto("finding.several-faces", photo("group.jpg", encoded(beside(pixels))));
        plantPhoto("finding.blurred", photo("soft.jpg", Files.readAllBytes(Path.of("assets/samples/too-blurred.jpg"))));
        plantPhoto("finding.too-dark", photo("dark.jpg", encoded(dark(pixels))));
    }

    private void plantPhoto(String code, String photo) {
        plant(code, "3%02d;Bad;Photo;;;;;;yes;;%s".formatted(next, photo));
    }

    private void plant(String code, String row) {
        planted.put(next, code);
        list.append(row).append('\n');
        next++;
    }

    private void add(String key, String first, String last, String site, String photo) {
        list.append("%s;%s;%s;;;%s;;;yes;Sales;%s%n".formatted(key, first, last, site, photo));
        next++;
    }

    private String photo(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve("photos").resolve(name), bytes);
        return "photos/" + name;
    }

    static Pixels pixels(byte[] file) {
        try {
            return new PhotoDecoder(PhotoLimits.DEFAULT).decode(file);
        } catch (PhotoException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] encoded(Pixels pixels) {
        Photo photo = PhotoEncoder.standard().encode(pixels);
        return photo.bytes();
    }

    private static int[] grey(int pixels) {
        var argb = new int[pixels];
        Arrays.fill(argb, 0xFF909090);
        return argb;
    }

    private static Pixels dark(Pixels pixels) {
        var argb = pixels.argb().clone();
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xFF000000
                    | ((((argb[i] >> 16) & 0xFF) / 5) << 16)
                    | ((((argb[i] >> 8) & 0xFF) / 5) << 8)
                    | (argb[i] & 0xFF) / 5;
        }
        return new Pixels(pixels.width(), pixels.height(), argb);
    }

    private static Pixels beside(Pixels one) {
        int width = one.width();
        var argb = new int[2 * width * one.height()];
        for (int y = 0; y < one.height(); y++) {
            System.arraycopy(one.argb(), y * width, argb, y * 2 * width, width);
            System.arraycopy(one.argb(), y * width, argb, y * 2 * width + width, width);
        }
        return new Pixels(2 * width, one.height(), argb);
    }

    private static byte[] heic() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0, 0, 0, 24});
        bytes.writeBytes("ftypheic".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(new byte[4]);
        bytes.writeBytes("mif1heic".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(new byte[64]);
        return bytes.toByteArray();
    }
}
