package io.vestibule.rules.ui;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;

/// A field for one or several addresses. A text field drops line breaks from what is pasted, which would join two
/// addresses into one; here they become commas.
final class AddressListField extends TextField {

    private static final Pattern BETWEEN = Pattern.compile("[,;\\r\\n\\t]+");
    private static final Pattern LINES = Pattern.compile("[\\r\\n\\t]++");
    private static final Pattern NAMED = Pattern.compile("^[^<>]*+<([^<>]++)>$");

    @Override
    public void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasString()) {
            replaceSelection(oneLine(clipboard.getString()));
        }
    }

    static String oneLine(String pasted) {
        return Stream.of(LINES.split(pasted, -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /// The addresses of a list that is separated by commas, semicolons or line breaks; of `Name <address>`, the
    /// address.
    static List<String> split(String typed) {
        return Stream.of(BETWEEN.split(typed, -1))
                .map(AddressListField::address)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private static String address(String text) {
        Matcher named = NAMED.matcher(text.strip());
        return (named.matches() ? named.group(1) : text).strip();
    }
}
