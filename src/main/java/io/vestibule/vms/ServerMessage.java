package io.vestibule.vms;

import io.vestibule.base.Failure;
import java.util.regex.Pattern;

/// The error message of the server, unchanged: one line of at most 300 characters, which never contains the licence
/// key.
///
/// @param type the server's code, for example `invalid_auth`; empty where it sent none
/// @param detail the server's sentence; empty where it sent none
public record ServerMessage(String type, String detail) implements Failure.Argument {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\s]+");
    private static final int LONGEST = 300;

    public static final ServerMessage NONE = new ServerMessage("", "");

    public ServerMessage {
        type = line(type);
        detail = line(detail);
    }

    /// The text for the screen: the detail, else the type, else a dash.
    public String displayText() {
        if (!detail.isEmpty()) {
            return detail;
        }
        return type.isEmpty() ? "–" : type;
    }

    @Override
    public String argument() {
        return displayText();
    }

    private static String line(String text) {
        String clean = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST - 1) + "…";
    }
}
