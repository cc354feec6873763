package io.vestibule.bench;

import io.vestibule.local.engine.LocalEngine;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;

/// The gallery self-test of `-Dvestibule.bench.people` people (10,000 if not given) with three photos each, on the
/// embedded engine with its database on disk. The vectors are made up, with cosines between strangers spread as those
/// of real faces, so that as many of them have to be compared exactly.
public final class SelfTestLoad {

    private static final int PEOPLE = Integer.getInteger("vestibule.bench.people", 10_000);
    private static final int PHOTOS = 3;
    private static final float LEAST = 50;

    private SelfTestLoad() {}

    public static void main(String[] args) throws IOException {
        try (var engine =
                LocalEngine.open(Files.createTempDirectory("self-test")).withCollection()) {
            engine.fill(PEOPLE, PHOTOS);
            var numbers = new long[2];
            long begin = System.nanoTime();
            engine.client.gallery().read(LocalEngine.COLLECTION, LEAST, face -> {
                numbers[0]++;
                numbers[1] += face.others().size();
            });
            double seconds = (System.nanoTime() - begin) / 1e9;
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)
                    .printf(
                            Locale.ROOT,
                            "gallery self-test of %,d people, %,d photos, %,d matches at %.0f: %.1f s%n",
                            PEOPLE,
                            numbers[0],
                            numbers[1],
                            LEAST,
                            seconds);
        }
    }
}
