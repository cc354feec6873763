package io.vestibule.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Output to the shell that started the program. No other class writes to the terminal.
public final class Terminal {

    private final PrintStream out;
    private final PrintStream err;

    public Terminal() {
        this(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    public Terminal(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /// How far a long command is, apart from its result.
    public void progress(String text) {
        err.println(text);
    }

    /// Without the end of a line.
    public void text(String text) {
        out.print(text);
    }

    public void line(String text) {
        out.println(text);
    }
}
