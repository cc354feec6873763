package io.vestibule.support;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.LayoutBase;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// One event as text: time (UTC), level, logger, message; below it the class and the stack trace of an exception, but
/// never its message: that may quote a person's name, an address or a file.
final class LogLine extends LayoutBase<ILoggingEvent> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int FRAMES = 12;

    @Override
    public String doLayout(ILoggingEvent event) {
        var text = new StringBuilder(160);
        TIME.formatTo(event.getInstant(), text);
        text.append(' ')
                .append(event.getLevel())
                .append(' ')
                .append(simple(event.getLoggerName()))
                .append(' ')
                .append(event.getFormattedMessage())
                .append(System.lineSeparator());
        @Nullable IThrowableProxy thrown = event.getThrowableProxy();
        while (thrown != null) {
            text.append("  ").append(thrown.getClassName()).append(System.lineSeparator());
            var frames = thrown.getStackTraceElementProxyArray();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                text.append("    ").append(frames[i].getSTEAsString()).append(System.lineSeparator());
            }
            thrown = thrown.getCause();
        }
        return text.toString();
    }

    private static String simple(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }
}
