package io.vestibule.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import io.vestibule.settings.OwnerOnlyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/// The logs of the last starts, in the folder `logs` of the data folder, one file per start. A file of 5 MB is rolled
/// over once to `.1`; the ten latest are kept.
public final class LogFiles implements AutoCloseable {

    private static final String OURS = "io.vestibule";
    private static final String FOLDER = "logs";
    private static final int KEPT = 10;
    private static final long MOST = 5L << 20;
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'vestibule-'uuuuMMdd-HHmmss-SSS'.log'").withZone(ZoneOffset.UTC);

    private final ILoggerFactory loggers = LoggerFactory.getILoggerFactory();
    private final Path folder;
    private final RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();

    private LogFiles(Path folder) {
        this.folder = folder;
    }

    /// Opens the log of this start. If it cannot be written, the program continues without one.
    ///
    /// @param data the data folder, whose lock is held
    public static LogFiles start(Path data, Instant now, LogLevel level) {
        var files = new LogFiles(data.resolve(FOLDER));
        try {
            OwnerOnlyFiles.createFolder(files.folder);
            files.deleteOldLogs(NAME.format(now));
            files.open(files.folder.resolve(NAME.format(now)));
        } catch (IOException e) {
            LoggerFactory.getLogger(LogFiles.class)
                    .warn("No log is written: {}", e.getClass().getSimpleName());
        }
        setLevel(level);
        return files;
    }

    /// Applies from now on.
    public static void setLevel(LogLevel level) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(OURS)
                    .setLevel(
                            switch (level) {
                                case WARNINGS -> Level.WARN;
                                case USUAL -> Level.INFO;
                                case MORE -> Level.DEBUG;
                            });
        }
    }

    public Path folder() {
        return folder;
    }

    /// The latest first.
    public static List<Path> list(Path data) throws IOException {
        var folder = data.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString).reversed())
                    .toList();
        }
    }

    /// Logs of the future, from a time when the clock was wrong, count as the oldest.
    ///
    /// @param present name of the log of this start
    private void deleteOldLogs(String present) throws IOException {
        var starts = list(folder.resolveSibling(".")).stream()
                .map(path -> path.getFileName().toString().replaceAll("\\.1$", ""))
                .distinct()
                .sorted(Comparator.comparing((String name) -> name.compareTo(present) > 0))
                .skip(KEPT - 1)
                .toList();
        for (var start : starts) {
            Files.deleteIfExists(folder.resolve(start));
            Files.deleteIfExists(folder.resolve(start + ".1"));
        }
    }

    private void open(Path path) throws IOException {
        if (!(loggers instanceof LoggerContext context)) {
            return;
        }
        OwnerOnlyFiles.write(path, new byte[0]);
        var policy = new FixedWindowRollingPolicy();
        policy.setContext(context);
        policy.setParent(file);
        policy.setFileNamePattern(path + ".%i");
        policy.setMinIndex(1);
        policy.setMaxIndex(1);
        var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(MOST));
        file.setContext(context);
        file.setName("file");
        file.setFile(path.toString());
        file.setEncoder(LogSetup.encoder(context));
        file.setRollingPolicy(policy);
        file.setTriggeringPolicy(size);
        policy.start();
        size.start();
        file.start();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        // The terminal gets warnings only.
        root.iteratorForAppenders().forEachRemaining(appender -> {
            if (appender.getName().equals("terminal")
                    && appender.getCopyOfAttachedFiltersList().isEmpty()) {
                var filter = new ThresholdFilter();
                filter.setLevel("WARN");
                filter.start();
                appender.addFilter(filter);
            }
        });
        root.addAppender(file);
    }

    @Override
    public void close() {
        if (loggers instanceof LoggerContext context) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(file);
        }
        file.stop();
    }
}
