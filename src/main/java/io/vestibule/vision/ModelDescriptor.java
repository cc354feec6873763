package io.vestibule.vision;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// One ONNX model: its location, its hash, its input and its outputs. Another descriptor replaces a bundled model by
/// another one.
///
/// @param name for messages and logs
/// @param sha256 64 lower-case hexadecimal digits; a file that differs is not loaded
/// @param outputs names of the model's outputs, in the order in which this package reads them
public record ModelDescriptor(String name, Source source, String sha256, ModelInputSpec input, List<String> outputs) {

    public ModelDescriptor {
        outputs = List.copyOf(outputs);
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Not a SHA-256: " + sha256);
        }
    }

    /// Location of the bytes.
    public sealed interface Source {

        InputStream open() throws IOException;
    }

    /// @param path absolute, on the class path
    public record Resource(String path) implements Source {
        @Override
        public InputStream open() throws IOException {
            InputStream stream = ModelDescriptor.class.getResourceAsStream(path);
            if (stream == null) {
                throw new FileNotFoundException(path);
            }
            return stream;
        }
    }

    /// A file that the administrator supplies.
    public record ModelFile(Path path) implements Source {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }
}
