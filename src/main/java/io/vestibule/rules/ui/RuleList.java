package io.vestibule.rules.ui;

import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleRecord;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// All rules in their order, and those of them that match the search text. FX thread only.
final class RuleList {

    final StringProperty typed = new SimpleStringProperty("");
    final ObservableList<RuleRow> rows = FXCollections.observableArrayList();

    private List<RuleRow> all = List.of();

    RuleList() {
        typed.addListener((_, _, _) -> filter());
    }

    /// Sorted by name at first; after that each rule keeps its position whatever is typed, and new rules come
    /// first.
    void take(List<RuleRow> read) {
        Map<String, Integer> places = new HashMap<>();
        all.forEach(row -> places.put(row.key(), places.size()));
        Comparator<RuleRow> order = Comparator.comparingInt((RuleRow row) -> rank(row.entry()));
        all = read.stream()
                .sorted(order.thenComparing(row -> places.getOrDefault(row.key(), all.isEmpty() ? 0 : -1))
                        .thenComparing(row -> row.name().toLowerCase(Locale.ROOT)))
                .toList();
        filter();
    }

    /// Rules that may be ours come first, since only an operator can tell; those of another VMS come last.
    private static int rank(RuleEntry entry) {
        return switch (entry.state()) {
            case PERHAPS_OURS -> 0;
            case OTHERS -> 2;
            case ELSEWHERE -> 3;
            default -> 1;
        };
    }

    void remove(String key) {
        all = all.stream().filter(row -> !row.key().equals(key)).toList();
        filter();
    }

    Optional<RuleRow> find(String key) {
        return all.stream().filter(row -> row.key().equals(key)).findFirst();
    }

    /// All local rules but those of another VMS.
    List<RuleRow> own() {
        return all.stream().filter(row -> row.entry().isEditable()).toList();
    }

    /// The drafts of all local rules.
    List<RuleDraft> drafts() {
        return all.stream()
                .flatMap(row -> row.entry().local().stream())
                .map(RuleRecord::draft)
                .toList();
    }

    private void filter() {
        // Upper case, since lower case has two letters for the Greek sigma.
        String words = typed.get().strip().toUpperCase(Locale.ROOT);
        List<RuleRow> found = all.stream()
                .filter(row -> (row.name() + " " + row.sentence() + " " + row.stateText())
                        .toUpperCase(Locale.ROOT)
                        .contains(words))
                .toList();
        if (found.stream()
                .map(RuleRow::key)
                .toList()
                .equals(rows.stream().map(RuleRow::key).toList())) {
            for (int i = 0; i < found.size(); i++) {
                if (!found.get(i).equals(rows.get(i))) {
                    rows.set(i, found.get(i));
                }
            }
        } else {
            rows.setAll(found);
        }
    }
}
