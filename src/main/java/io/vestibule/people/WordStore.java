package io.vestibule.people;

import io.vestibule.store.CompanyScope;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// The distinct words of the names of each company, stored under their pieces ([WordPieces]). There are far fewer
/// words than people, so a part of a word is looked up here first, and the people of the words found by the
/// name index.
final class WordStore {

    /// The piece under which every word is stored, whether it has others or not.
    private static final String WHOLE = "=";

    /// Number of words that one typed word stands for at most.
    private static final int MOST = 40;

    /// Number of words counted for each piece before the rarest is chosen.
    private static final int SAMPLE = 300;

    private final CompanyScope scope;

    WordStore(CompanyScope scope) {
        this.scope = scope;
    }

    void add(String company, Collection<String> words) {
        scope.transaction(() -> scope.with(handle -> {
            int added = 0;
            for (var word : words) {
                added += isKnown(handle, company, word) ? 0 : insert(handle, company, word);
            }
            return added;
        }));
    }

    void remove(String company, Collection<String> words) {
        scope.transaction(() -> scope.with(handle -> {
            var pieces = handle.prepareBatch("delete from name_piece where company_id = ? and piece = ? and word = ?");
            words.forEach(word -> pieces(word).forEach(piece -> pieces.add(company, piece, word)));
            return words.isEmpty() ? 0 : pieces.execute().length;
        }));
    }

    private static boolean isKnown(Handle handle, String company, String word) {
        return handle.createQuery("select 1 from name_piece where company_id = ? and piece = ? and word = ?")
                .bind(0, company)
                .bind(1, WHOLE + word)
                .bind(2, word)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static int insert(Handle handle, String company, String word) {
        var pieces = handle.prepareBatch(
                "insert into name_piece (company_id, piece, word) values (?, ?, ?) on conflict do nothing");
        pieces(word).forEach(piece -> pieces.add(company, piece, word));
        return pieces.execute().length;
    }

    private static List<String> pieces(String word) {
        return Stream.concat(Stream.of(WHOLE + word), WordPieces.of(word).stream())
                .toList();
    }

    /// Words that contain the typed one after their beginning, or differ from it in one letter. Words that
    /// begin with it are not among them.
    Set<String> similar(String company, String typed) {
        var found = new TreeSet<String>();
        scope.with(handle -> {
            found.addAll(near(handle, company, typed));
            found.addAll(containing(handle, company, typed));
            return found.size();
        });
        return new LinkedHashSet<>(found.stream().limit(MOST).toList());
    }

    private static List<String> near(Handle handle, String company, String typed) {
        var pieces = WordPieces.near(typed);
        if (pieces.isEmpty()) {
            return List.of();
        }
        return handle.createQuery(
                        "select distinct word from name_piece where company_id = :company and piece in (<pieces>)")
                .bind("company", company)
                .bindList("pieces", List.copyOf(pieces))
                .mapTo(String.class)
                .filter(word -> WordPieces.matchInside(word, typed))
                .list();
    }

    private static List<String> containing(Handle handle, String company, String typed) {
        var pieces = WordPieces.inner(typed);
        if (pieces.isEmpty()) {
            return List.of();
        }
        var rarest = "";
        int fewest = Integer.MAX_VALUE;
        for (var piece : pieces) {
            int count = handle.createQuery("select count(*) from (select 1 from name_piece where company_id = :company"
                            + " and piece = :piece fetch first :most rows only)")
                    .bind("company", company)
                    .bind("piece", piece)
                    .bind("most", SAMPLE)
                    .mapTo(Integer.class)
                    .one();
            if (count < fewest) {
                fewest = count;
                rarest = piece;
            }
        }
        return handle.createQuery(
                        "select word from name_piece where company_id = :company and piece = :piece"
                                + " and position(:typed, word) > 1 order by company_id, piece, word fetch first :most rows only")
                .bind("company", company)
                .bind("piece", rarest)
                .bind("typed", typed)
                .bind("most", MOST)
                .mapTo(String.class)
                .filter(word -> !word.startsWith(typed))
                .list();
    }
}
