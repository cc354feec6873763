package io.vestibule.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Output to the shell that started the program. No other class writes to the terminal.
public final class Terminal {

    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    public void line(String text) {
        out.println(text);
    }
}
