package io.vestibule.bulk.source;

import java.util.List;

/// Who the pictures of a folder without a list belong to.
public enum FolderRule {
    /// The name of the file is the person: `4711 Ada Lovelace.jpg`, `Ada Lovelace (2).jpg`.
    FILE,
    /// The name of the sub-folder is the person, who is on all its pictures.
    FOLDER;

    /// What fits most of the files.
    static FolderRule propose(List<String> names) {
        long deep = names.stream().filter(name -> name.contains("/")).count();
        return deep * 2 > names.size() ? FOLDER : FILE;
    }
}
