package io.vestibule.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A data folder that is moved away while its database is open.
class LostFolderTest {

    private static final char[] KEY = "correct-key".toCharArray();

    @TempDir
    Path parent;

    private static void add(Database open, int id) {
        open.transaction(() -> open.with(handle -> handle.execute("insert into note (id, words) values (?, 'w')", id)));
    }

    @Test
    void savesStopWithWordsAndGoOnWhenTheFolderIsBack() throws Exception {
        var folder = Files.createDirectory(parent.resolve("data"));
        try (var open = Database.open(folder.resolve("records"), KEY, "db/sample-1")) {
            add(open, 1);
            Files.move(folder, parent.resolve("elsewhere"));
            assertThatThrownBy(() -> add(open, 2))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            e -> assertThat(e.problem().code()).isEqualTo("store.folder-gone"));
            assertThat(folder).doesNotExist();
            Files.move(parent.resolve("elsewhere"), folder);
            add(open, 3);
        }
        try (var open = Database.open(folder.resolve("records"), KEY, "db/sample-1")) {
            List<Integer> ids = open.with(handle -> handle.createQuery("select id from note order by id")
                    .mapTo(Integer.class)
                    .list());
            assertThat(ids).containsExactly(1, 3);
        }
    }
}
