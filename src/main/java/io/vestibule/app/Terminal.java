package io.vestibule.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Output to the shell that started the program. No other class writes to the terminal.
public final class Terminal {

    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private final PrintStream err =
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

    /// How far a long command is, apart from its result.
    public void progress(String text) {
        err.println(text);
    }

    public void line(String text) {
        out.println(text);
    }
}
