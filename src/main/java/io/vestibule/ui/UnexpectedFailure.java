package io.vestibule.ui;

import io.vestibule.base.Problem;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// An unexpected exception in a form that may be shown and logged: without the messages of the exceptions, which can
/// hold names and paths.
///
/// @param problem `ui.unexpected` with a code that is the same for every occurrence of the same failure
/// @param trace the classes of the exceptions and their stack traces
public record UnexpectedFailure(Problem problem, String trace) {

    private static final int FRAMES = 12;
    private static final String DIGITS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"; // no characters that are easily confused

    public static UnexpectedFailure of(Throwable failure) {
        StringBuilder place = new StringBuilder();
        StringBuilder trace = new StringBuilder();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 8; depth++, cause = cause.getCause()) {
            place.append(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            if (frames.length > 0) {
                // No line numbers, so that the code survives the next edit of the file.
                place.append(frames[0].getClassName()).append(frames[0].getMethodName());
            }
            trace.append(depth == 0 ? "" : " caused by ")
                    .append(cause.getClass().getName());
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                trace.append("\n    at ").append(frames[i]);
            }
            trace.append('\n');
        }
        return new UnexpectedFailure(Problem.of("ui.unexpected", code(place.toString())), trace.toString());
    }

    /// Six characters of five bits each, in two groups, as in `7GQ-2XK`.
    private static String code(String place) {
        CRC32 sum = new CRC32();
        sum.update(place.getBytes(StandardCharsets.UTF_8));
        long rest = sum.getValue();
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 6; i++, rest >>>= 5) {
            code.append(DIGITS.charAt((int) (rest & 31)));
        }
        return code.insert(3, '-').toString();
    }
}
