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

/// The settings: one owner-only JSON file of the user, overridden by files of the administrator, whose keys are
/// locked.
///
/// A value in any file that has the wrong type or is out of range counts as not set and is reported by [#problems].
/// Unknown keys stay in the file. Thread-safe.
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

    /// Reads the user's file and the machine's. A user's file that cannot be parsed is renamed to
    /// `settings.json.damaged-<time>`.
    ///
    /// @throws SettingsException if the user's file cannot be read or renamed
    public static Settings open(DataFolder folder) {
        return open(folder, List.of(MachineFolder.settings()));
    }

    /// @param lockingFiles a missing file locks nothing; if two contain the same key, the first wins
    /// @throws SettingsException if the user's file cannot be read or renamed
    public static Settings open(DataFolder folder, List<Path> lockingFiles) {
        return new Settings(folder.path().resolve("settings.json"), lockingFiles, Clock.systemUTC());
    }

    public static Settings open(Path file, List<Path> lockingFiles, Clock clock) {
        return new Settings(file, lockingFiles, clock);
    }

    public static Settings open(Path file, Path machineFile, Clock clock) {
        return new Settings(file, List.of(machineFile), clock);
    }

    /// The machine's value, else the user's, else the default.
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

    /// Writes the value to disk, then notifies the listeners on the calling thread.
    ///
    /// @throws SettingsException if the key is locked, the value out of range, or the file cannot be written;
    ///     nothing changes then
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

    /// Whether the machine's administrator has locked this key.
    public boolean isLocked(Setting<?> setting) {
        return locked.containsKey(setting.key());
    }

    /// Registers a listener that is notified after a setting was changed, until the subscription is closed.
    public Subscription onChange(Consumer<Setting<?>> listener) {
        Consumer<Setting<?>> own = setting -> listener.accept(setting);
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    /// Problems found in the files so far.
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
