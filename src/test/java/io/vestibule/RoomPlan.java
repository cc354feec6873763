package io.vestibule;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The import plan of the architecture, as on the design page: each feature package ("room") and the packages that it
/// may import, from the top layer to the bottom. Change it together with the design, never to let an import pass.
///
/// `base`, `settings` and `audit` may be imported by every package above them, and a package by its own screens
/// (`X.ui`), which may also import whatever the package may, and `ui`. "Everything" is every package below. A row
/// that names `X.ui` lets this package's screens use the controls of package X.
final class RoomPlan {

    static final String ROOT = "io.vestibule";
    static final String APP = "app";
    static final String SETUP = "setup";
    static final String UI = "ui";

    private static final Set<String> COMMON = Set.of("base", "settings", "audit");

    private static final String PLAN = """
            app      | everything
            setup    | everything
            privacy  | rules, enrol, people, cloud, photo, journal, store
            doctor   | rules, people, cloud, journal, store
            bulk     | enrol, check, vision, people, photo, journal, store
            rules    | people, vms, photo, journal, store
            inspect  | cloud, photo
            enrol    | check, vision, people, cloud, photo, journal, store
            people   | photo, store
            journal  | store
            capture  | check, camera, camera.ui, vision, photo
            check    | vision, photo
            camera   | clip, photo
            clip     | photo
            local    | vision, photo, cloud, store
            vision   | photo
            cloud    | -
            vms      | -
            photo    | -
            backup   | store
            support  | -
            clock    | store
            audit    | store
            settings | -
            store    | -
            ui       | -
            base     | -
            """;

    private final Map<String, Set<String>> rows = new LinkedHashMap<>();

    RoomPlan() {
        for (String line : PLAN.lines().toList()) {
            List<String> halves = List.of(line.split("\\|", -1));
            rows.put(halves.get(0).strip(), named(halves.get(1).strip()));
        }
        Set<String> above = new HashSet<>();
        for (Map.Entry<String, Set<String>> row : rows.entrySet()) {
            if (COMMON.contains(row.getKey())) {
                above.forEach(room -> allowed(room).add(row.getKey()));
            }
            above.add(row.getKey());
        }
        List<String> downwards = rooms();
        for (String room : List.of(APP, SETUP)) {
            allowed(room).addAll(downwards.subList(downwards.indexOf(room) + 1, downwards.size()));
        }
    }

    /// The compiled main source tree. Library classes are known by name only, which is all that the rules need.
    static JavaClasses classes() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);
    }

    /// In the order from top to bottom.
    List<String> rooms() {
        return List.copyOf(rows.keySet());
    }

    Set<String> allowed(String room) {
        Set<String> row = rows.get(room);
        if (row == null) {
            throw new IllegalArgumentException("The plan has no room " + room);
        }
        return row;
    }

    /// Whether screens of `room` may import those of `other`: in `app` and `setup`, which combine panes of several
    /// packages, and where the row of `room` allows it.
    boolean mayUseScreens(String room, String other) {
        return room.equals(other)
                || room.equals(APP)
                || room.equals(SETUP)
                || allowed(room).contains(other + "." + UI);
    }

    /// The row of `room`, for the message of a failed test.
    String row(String room) {
        return PLAN.lines()
                .filter(line -> line.split("\\|", -1)[0].strip().equals(room))
                .findFirst()
                .map(line -> "The plan says: " + line.replaceAll(" +", " ")
                        + " (and base, settings, audit where they lie below)")
                .orElse("The plan has no room " + room);
    }

    /// The first segment of a package name below the root. Empty for the root package itself.
    static String room(String packageName) {
        String inside = packageName.substring(ROOT.length());
        return inside.isEmpty() ? "" : inside.substring(1).split("\\.", -1)[0];
    }

    /// Whether the package holds screens: `ui`, `app`, or `X.ui` and what is below it.
    static boolean screens(String packageName) {
        String room = room(packageName);
        return room.equals(UI) || room.equals(APP) || ownScreens(packageName);
    }

    /// Whether the package is the `X.ui` of a feature package, or below.
    static boolean ownScreens(String packageName) {
        List<String> segments = List.of(packageName.substring(ROOT.length()).split("\\.", -1));
        return segments.size() > 2 && segments.get(2).equals(UI);
    }

    private static Set<String> named(String cell) {
        return switch (cell) {
            case "-", "everything" -> new HashSet<>();
            default -> new HashSet<>(List.of(cell.split(", ", -1)));
        };
    }
}
