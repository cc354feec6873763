package io.vestibule.settings;

import io.vestibule.base.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// What was chosen: one owner-only JSON file under files of the administrator, whose keys win and are locked.
///
/// A value in any file that has the wrong shape or is out of range counts as not set and is told by [#problems].
/// Keys that nobody knows stay in the file. Safe for use by several threads.
public final class Settings {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Path file;
    private final Map<String, Object> locked;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final List<Consumer<Setting<?>>> listeners = new CopyOnWriteArrayList<>();
    private Map<String, Object> chosen;

    private Settings(Path file, List<Path> lockingFiles, Clock clock) {
        this.file = file;
        this.locked = readLocking(lockingFiles);
        this.chosen = readChosen(clock);
    }

    /// Reads the user's file and the machine's. A user's file that cannot be understood is kept aside as
    /// `settings.json.damaged-<time>`.
    ///
    /// @throws SettingsException if the folder does not let us read or move the file
    public static Settings open(DataFolder folder) {
        return open(folder, List.of(MachineFolder.settings()));
    }

    /// @param lockingFiles of which a missing one locks nothing; where two hold the same key, the first wins
    /// @throws SettingsException if the folder does not let us read or move the user's file
    public static Settings open(DataFolder folder, List<Path> lockingFiles) {
        return new Settings(folder.path().resolve("settings.json"), lockingFiles, Clock.systemUTC());
    }

    public static Settings open(Path file, List<Path> lockingFiles, Clock clock) {
        return new Settings(file, lockingFiles, clock);
    }

    public static Settings open(Path file, Path machineFile, Clock clock) {
        return new Settings(file, List.of(machineFile), clock);
    }

    /// The machine's value, else the chosen one, else the default.
    public synchronized <T> T get(Setting<T> setting) {
        Object raw = locked.containsKey(setting.key()) ? locked.get(setting.key()) : chosen.get(setting.key());
        if (raw == null) {
            return setting.defaultValue();
        }
        try {
            return setting.read(raw);
        } catch (IllegalArgumentException _) {
            problems.add(Problem.of("settings.value-ignored", setting.key()));
            return setting.defaultValue();
        }
    }

    /// Keeps the value on disk, then tells the listeners, on the calling thread.
    ///
    /// @throws SettingsException if the key is locked, the value out of range, or the file cannot be
    /// written; nothing changes then
    public <T> void set(Setting<T> setting, T value) {
        if (!setting.valid().test(value)) {
            throw new SettingsException(new SettingsFailure.OutOfRange(setting.key()));
        }
        synchronized (this) {
            if (isLocked(setting)) {
                throw new SettingsException(new SettingsFailure.Locked(setting.key()));
            }
            Map<String, Object> next = new LinkedHashMap<>(chosen);
            next.put(setting.key(), setting.codec().write().apply(value));
            try {
                SettingsFile.write(file, next);
            } catch (IOException e) {
                throw SettingsException.of(e);
            }
            chosen = next;
            problems.remove(Problem.of("settings.value-ignored", setting.key()));
        }
        listeners.forEach(listener -> listener.accept(setting));
    }

    /// Whether the machine's administrator has fixed this key.
    public boolean isLocked(Setting<?> setting) {
        return locked.containsKey(setting.key());
    }

    /// Tells which setting was set, after the fact, until the subscription is closed.
    public Subscription onChange(Consumer<Setting<?>> listener) {
        Consumer<Setting<?>> own = setting -> listener.accept(setting);
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    /// What was found wrong in the files so far.
    public synchronized List<Problem> problems() {
        return List.copyOf(problems);
    }

    private Map<String, Object> readLocking(List<Path> files) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Path locking : files) {
            try {
                withoutNulls(SettingsFile.read(locking)).forEach(values::putIfAbsent);
            } catch (IOException _) {
                problems.add(Problem.of("settings.machine-unreadable"));
            }
        }
        return Map.copyOf(values);
    }

    private Map<String, Object> readChosen(Clock clock) {
        try {
            return SettingsFile.read(file);
        } catch (SettingsFile.Damaged _) {
            moveDamagedFile(clock);
            problems.add(Problem.of("settings.damaged"));
            return new LinkedHashMap<>();
        } catch (IOException e) {
            throw SettingsException.of(e);
        }
    }

    private void moveDamagedFile(Clock clock) {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + STAMP.format(clock.instant()));
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw SettingsException.of(e);
        }
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> values) {
        List<String> nulls = new ArrayList<>();
        values.forEach((key, value) -> {
            if (value == null) {
                nulls.add(key);
            }
        });
        nulls.forEach(values::remove);
        return values;
    }
}
