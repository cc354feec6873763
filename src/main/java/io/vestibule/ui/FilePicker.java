package io.vestibule.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks the user for files. Behind an interface because the system's choosers cannot be driven by a test.
public interface FilePicker {

    /// @return the files picked, empty when the user thought better of it
    List<Path> files(String title, FileType fileType);

    Optional<Path> folder(String title);

    /// @param suggested name of the file to be written
    Optional<Path> saveAs(String title, String suggested, FileType fileType);

    /// @param words how the kind is called in the chooser
    /// @param patterns for example `*.jpg`
    record FileType(String words, List<String> patterns) {}
}
