package io.vestibule.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The file choosers of the operating system. Each starts in the folder that was used last.
public final class NativeFilePicker implements FilePicker {

    private final Supplier<Window> owner;
    private final String allFiles;
    private @Nullable File folder;

    /// @param allFiles name of the choice that shows every file
    public NativeFilePicker(Supplier<Window> owner, String allFiles) {
        this.owner = owner;
        this.allFiles = allFiles;
    }

    @Override
    public List<Path> files(String title, FileType fileType) {
        List<File> picked = openChooser(title, fileType).showOpenMultipleDialog(owner.get());
        if (picked == null || picked.isEmpty()) {
            return List.of();
        }
        folder = picked.getFirst().getParentFile();
        return picked.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(existing());
        File picked = chooser.showDialog(owner.get());
        if (picked != null) {
            folder = picked;
        }
        return Optional.ofNullable(picked).map(File::toPath);
    }

    @Override
    public Optional<Path> saveAs(String title, String suggested, FileType fileType) {
        FileChooser chooser = chooser(title, fileType);
        chooser.setInitialFileName(suggested);
        File picked = chooser.showSaveDialog(owner.get());
        if (picked != null) {
            folder = picked.getParentFile();
        }
        return Optional.ofNullable(picked).map(File::toPath);
    }

    /// The reader decides by content, so a file with any name can be chosen.
    FileChooser openChooser(String title, FileType fileType) {
        FileChooser chooser = chooser(title, fileType);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(allFiles, "*"));
        return chooser;
    }

    private FileChooser chooser(String title, FileType fileType) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(existing());
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(fileType.words(), fileType.patterns()));
        return chooser;
    }

    /// The chooser throws if its initial folder no longer exists (an unplugged USB stick).
    private @Nullable File existing() {
        return folder != null && folder.isDirectory() ? folder : null;
    }
}
