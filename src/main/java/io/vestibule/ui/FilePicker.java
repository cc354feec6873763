package io.vestibule.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Port: asks the user for files. An interface, because a test cannot drive the system's file choosers.
public interface FilePicker {

    /// @return the chosen files, empty when the user cancelled
    List<Path> files(String title, FileType fileType);

    Optional<Path> folder(String title);

    /// @param suggested name of the file to be written
    Optional<Path> saveAs(String title, String suggested, FileType fileType);

    /// @param words the file type's name in the chooser
    /// @param patterns for example `*.jpg`
    record FileType(String words, List<String> patterns) {}
}
