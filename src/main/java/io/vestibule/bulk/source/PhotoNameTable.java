package io.vestibule.bulk.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The list that the names of picture files make: employee number, name, photos.
final class PhotoNameTable implements RowTable {

    static final String KEY = "employee number";
    static final String NAME = "name";
    static final String PHOTO = "photo";

    /// Photos of one person.
    private static final int PHOTOS = 10;

    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{2,5}$");
    /// The second photo of the same person.
    private static final Pattern COUNTED = Pattern.compile("(?:\\(\\d{1,2}\\)|[ _-]\\d)$");

    private record Person(String key, String name) {}

    private final Map<Person, List<String>> people = new LinkedHashMap<>();

    PhotoNameTable(List<String> names, FolderRule rule) {
        for (var name : names) {
            int slash = name.indexOf('/');
            var label = rule == FolderRule.FOLDER && slash > 0
                    ? name.substring(0, slash)
                    : ENDING.matcher(name.substring(name.lastIndexOf('/') + 1)).replaceFirst("");
            people.computeIfAbsent(person(label), _ -> new ArrayList<>()).add(name);
        }
    }

    /// A first or last word with a digit is the employee number.
    private static Person person(String label) {
        var counted = COUNTED.matcher(label.strip());
        var one = counted.find() && counted.start() > 0 ? label.strip().substring(0, counted.start()) : label;
        var words = List.of(one.replace('_', ' ').strip().split("\\s+", -1));
        if (hasDigit(words.getFirst())) {
            return new Person(words.getFirst(), name(String.join(" ", words.subList(1, words.size()))));
        }
        return hasDigit(words.getLast())
                ? new Person(words.getLast(), name(String.join(" ", words.subList(0, words.size() - 1))))
                : new Person("", name(String.join(" ", words)));
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    /// `Lovelace, Ada` is Ada Lovelace.
    private static String name(String text) {
        int comma = text.indexOf(',');
        return comma < 0
                ? text.strip()
                : (text.substring(comma + 1).strip() + " "
                                + text.substring(0, comma).strip())
                        .strip();
    }

    @Override
    public List<String> header() {
        var header = new ArrayList<>(List.of(KEY, NAME));
        for (int i = 1; i <= PHOTOS; i++) {
            header.add(PHOTO + " " + i);
        }
        return header;
    }

    @Override
    public void read(Predicate<SourceRow> consumer) {
        int number = 1;
        for (var entry : people.entrySet()) {
            number++;
            var cells =
                    new ArrayList<>(List.of(entry.getKey().key(), entry.getKey().name()));
            cells.addAll(entry.getValue().stream().limit(PHOTOS).toList());
            if (!consumer.test(new SourceRow(number, cells, java.util.Optional.empty()))) {
                return;
            }
        }
    }
}
