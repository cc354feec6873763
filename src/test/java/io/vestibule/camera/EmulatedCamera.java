package io.vestibule.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vestibule.camera.jpeg.JpegDecoders;
import io.vestibule.camera.v4l2.V4l2Driver;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A webcam emulated in C, compiled by the test; the driver that uses it is the real one.
public final class EmulatedCamera {

    final Path node;
    private final Path folder;
    private final SymbolLookup symbols;

    private EmulatedCamera(Path folder, Path node, SymbolLookup symbols) {
        this.folder = folder;
        this.node = node;
        this.symbols = symbols;
    }

    /// Skips the test where there is no C compiler or no Linux.
    public static EmulatedCamera in(Path folder, String name) throws Exception {
        boolean gcc = Files.isExecutable(Path.of("/usr/bin/gcc"));
        assumeTrue(gcc, "no gcc here, so no emulated camera");
        Path library = folder.resolve("libemulated.so");
        if (!Files.exists(library)) {
            Process compiler = new ProcessBuilder(
                            "/usr/bin/gcc",
                            "-O1",
                            "-shared",
                            "-fPIC",
                            "-o",
                            library.toString(),
                            "src/test/resources/io/vestibule/camera/emulated.c")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(compiler.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(compiler.waitFor()).as(said).isZero();
        }
        SymbolLookup found = SymbolLookup.libraryLookup(library, Arena.global());
        Path node = Files.createFile(folder.resolve(name));
        Files.write(folder.resolve(name + ".jpg"), Jpegs.of(1280, 720));
        return new EmulatedCamera(
                folder, node, symbol -> Optional.of(symbol).flatMap(each -> found.find("fake_" + each)));
    }

    public V4l2Driver driver() {
        return new V4l2Driver(folder, symbols, JpegDecoders.ofJdk());
    }

    void set(String flag) throws IOException {
        Files.createFile(flagged(flag));
    }

    void clear(String flag) throws IOException {
        Files.delete(flagged(flag));
    }

    private Path flagged(String flag) {
        return node.resolveSibling(node.getFileName() + "." + flag);
    }
}
