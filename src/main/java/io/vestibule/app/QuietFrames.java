package io.vestibule.app;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import org.jspecify.annotations.Nullable;

/// Writes where an exception came from and of which class it is, and never its message: that may quote a person's
/// name, an address or a file.
public final class QuietFrames extends ThrowableHandlingConverter {

    private static final int FRAMES = 12;

    @Override
    public String convert(ILoggingEvent event) {
        var text = new StringBuilder();
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
}
