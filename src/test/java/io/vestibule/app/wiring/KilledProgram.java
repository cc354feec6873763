package io.vestibule.app.wiring;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs a program in a process of its own and kills it, as `kill -9` does.
final class KilledProgram {

    private KilledProgram() {}

    /// @return what the program printed until then, `lines` lines
    static List<String> untilKilled(Class<?> program, Path data, int lines, String... more) throws Exception {
        return untilKilled(program, data, lines, () -> {}, more);
    }

    /// @param beforeKill run after the last line and before the kill
    static List<String> untilKilled(Class<?> program, Path data, int lines, Runnable beforeKill, String... more)
            throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                // The program lives for seconds: code that is compiled for the long run would cost more than it saves.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                data.toString()));
        command.addAll(List.of(more));
        var running = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var told = new ArrayList<String>();
        try (var out = new BufferedReader(new InputStreamReader(running.getInputStream(), StandardCharsets.UTF_8))) {
            // A program that prints nothing more may run on, so this reads no line beyond the last one.
            while (told.size() < lines) {
                var line = out.readLine();
                if (line == null) {
                    break;
                }
                told.add(line);
            }
            beforeKill.run();
        } finally {
            running.destroyForcibly().waitFor();
        }
        return told;
    }
}
