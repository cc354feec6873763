package io.vestibule.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Words to whoever started the program from a shell. The only place that writes there.
public final class Terminal {

    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    public void line(String text) {
        out.println(text);
    }
}
