package io.vestibule;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The texts of every package in one language: `strings.properties` (English) or `strings_<language>.properties`.
///
/// @param language empty for English
/// @param rooms texts by key, by package
/// @param twice keys that occur more than once in one file
record Bundles(String language, Map<String, Map<String, String>> rooms, List<String> twice) {

    private static final Path ROOMS = Sources.RESOURCES.resolve("io/vestibule");

    static Bundles read(String language) {
        String ending = language.isEmpty() ? "strings.properties" : "strings_" + language + ".properties";
        Map<String, Map<String, String>> rooms = new TreeMap<>();
        List<String> twice = new ArrayList<>();
        for (Path file : Sources.below(ROOMS, ".properties")) {
            if (file.getFileName().toString().equals(ending)) {
                String room = ROOMS.relativize(file).getName(0).toString();
                rooms.computeIfAbsent(room, _ -> new LinkedHashMap<>()).putAll(words(file, twice));
            }
        }
        return new Bundles(language, rooms, twice);
    }

    /// Languages besides English for which any package has a bundle.
    static Set<String> languages() {
        return Sources.below(ROOMS, ".properties").stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.startsWith("strings_"))
                .map(name -> name.substring("strings_".length(), name.indexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The texts of all packages together.
    Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        rooms.values().forEach(all::putAll);
        return all;
    }

    private static Map<String, String> words(Path file, List<String> twice) {
        Map<String, String> words = new LinkedHashMap<>();
        Properties reader = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                if (words.put((String) key, (String) value) != null) {
                    twice.add(file + " " + key);
                }
                return value;
            }
        };
        try (Reader text = Files.newBufferedReader(file)) {
            reader.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
