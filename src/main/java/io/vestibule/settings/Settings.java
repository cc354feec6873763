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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The settings: one owner-only JSON file of the user, overridden by files of the administrator, whose keys are
/// locked.
///
/// A value in any file that has the wrong type or is out of range counts as not set and is reported by [#problems].
/// For a file that is damaged the copy of its last readable content applies ([SettingsCopy]). Where there is
/// no copy either, or a value is invalid, the setting is uncertain ([#isUncertain]): a default must not then
/// replace a choice that matters. Unknown keys stay in the file. Thread-safe.
public final class Settings {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    /// In the user's file: all settings were lost, and the keys that are not in the file were not chosen since.
    private static final String LOST = "settings.lost";

    private final Path file;
    private final SettingsCopy copy;
    private final Map<String, Object> locked;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Set<String> reported = new HashSet<>();
    private final List<Consumer<Setting<?>>> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> problemListeners = new CopyOnWriteArrayList<>();
    private final boolean locksUnknown;
    private Map<String, Object> chosen;

    private Settings(Path file, List<Path> lockingFiles, Clock clock) {
        this.file = file;
        this.copy = SettingsCopy.open(file.resolveSibling("settings-copy.json"));
        Optional<Map<String, Object>> machine = readLocking(lockingFiles);
        this.locked = machine.or(copy::machine).map(Settings::withoutNulls).orElse(Map.of());
        this.locksUnknown = machine.isEmpty() && copy.machine().isEmpty();
        this.chosen = readChosen(clock);
        copy.save(chosen, machine);
    }

    /// Reads the user's file and the machine's. A user's file that cannot be parsed is renamed to
    /// `settings.json.damaged-<time>`, and the copy of its last content is put in its place, if there is one.
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
            // Acknowledged ones stay so until the next start.
            if (reported.add(setting.key()) && problems.add(Problem.of("settings.value-ignored", setting.key()))) {
                problemListeners.forEach(Runnable::run);
            }
            return setting.defaultValue();
        }
    }

    /// Whether [#get] may differ from what was chosen: the file with the choice was damaged and there is no copy of
    /// it, or the value in it is invalid. Until the setting is set again, nothing irreversible may rely on it.
    public synchronized boolean isUncertain(Setting<?> setting) {
        var key = setting.key();
        if (locked.containsKey(key)) {
            return !isValid(setting, locked.get(key));
        }
        if (locksUnknown) {
            return true;
        }
        var raw = chosen.get(key);
        return raw == null ? Boolean.TRUE.equals(chosen.get(LOST)) : !isValid(setting, raw);
    }

    private static boolean isValid(Setting<?> setting, @Nullable Object raw) {
        try {
            return raw != null && setting.read(raw) != null;
        } catch (IllegalArgumentException _) {
            return false;
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
            copy.save(chosen, Optional.empty());
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

    /// Problems found in the files so far and not acknowledged.
    public synchronized List<Problem> problems() {
        return List.copyOf(problems);
    }

    /// Removes a problem that somebody has read, until the next start.
    public void acknowledge(Problem problem) {
        synchronized (this) {
            problems.remove(problem);
        }
        problemListeners.forEach(Runnable::run);
    }

    /// Registers a listener that is notified on any thread after [#problems] changed; it must not block.
    public Subscription onProblems(Runnable listener) {
        Runnable own = () -> listener.run();
        problemListeners.add(own);
        return () -> problemListeners.remove(own);
    }

    /// @return empty if any of the files cannot be read
    private Optional<Map<String, Object>> readLocking(List<Path> files) {
        Map<String, Object> values = new LinkedHashMap<>();
        boolean readable = true;
        for (Path locking : files) {
            try {
                withoutNulls(SettingsFile.read(locking)).forEach(values::putIfAbsent);
            } catch (IOException _) {
                readable = false;
                problems.add(Problem.of("settings.machine-unreadable"));
            }
        }
        return readable ? Optional.of(values) : Optional.empty();
    }

    private Map<String, Object> readChosen(Clock clock) {
        try {
            if (Files.exists(file) || copy.user().map(Map::isEmpty).orElse(true)) {
                return SettingsFile.read(file);
            }
        } catch (SettingsFile.Damaged _) {
            moveDamagedFile(clock);
        } catch (IOException e) {
            throw SettingsException.of(e);
        }
        return restored();
    }

    private Map<String, Object> restored() {
        Map<String, Object> values = copy.user().orElseGet(() -> new LinkedHashMap<>(Map.of(LOST, true)));
        problems.add(Problem.of(values.containsKey(LOST) ? "settings.damaged" : "settings.restored"));
        try {
            SettingsFile.write(file, values);
        } catch (IOException e) {
            throw SettingsException.of(e);
        }
        return values;
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
