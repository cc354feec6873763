package io.vestibule.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;

/// Configures logging in code, found by Logback as a service: reading its XML would slow down a start by a tenth of a
/// second. Warnings go to the terminal; a file is added by [LogFiles].
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogSetup extends ContextAwareBase implements Configurator {

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        var terminal = new ConsoleAppender<ILoggingEvent>();
        terminal.setContext(context);
        terminal.setName("terminal");
        terminal.setTarget("System.err");
        terminal.setEncoder(encoder(context));
        terminal.start();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        // The pool would write the path of the database into its warnings; our store reports what they are about.
        context.getLogger("com.zaxxer.hikari").setLevel(Level.ERROR);
        root.addAppender(terminal);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    static LayoutWrappingEncoder<ILoggingEvent> encoder(LoggerContext context) {
        var line = new LogLine();
        line.setContext(context);
        line.start();
        var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
        encoder.setContext(context);
        encoder.setLayout(line);
        encoder.start();
        return encoder;
    }
}
