package io.vestibule.ui.control;

import java.util.Optional;
import java.util.function.Predicate;

/// Judges what was typed: empty when it is right, else the sentence that says what is wrong.
@FunctionalInterface
public interface Check<T> {

    Optional<String> problem(T value);

    /// Asks the other check only when this one finds nothing.
    default Check<T> and(Check<T> other) {
        return value -> problem(value).or(() -> other.problem(value));
    }

    static <T> Check<T> that(Predicate<T> right, String problem) {
        return value -> right.test(value) ? Optional.empty() : Optional.of(problem);
    }

    static Check<String> filled(String problem) {
        return that(text -> !text.isBlank(), problem);
    }

    /// @param most in UTF-16 units, as databases count
    static Check<String> atMost(int most, String problem) {
        return that(text -> text.length() <= most, problem);
    }

    /// An address that mail could be sent to; nothing typed is right too. Whether somebody reads it only a mail tells.
    static Check<String> email(String problem) {
        return that(text -> text.isBlank() || text.strip().matches("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+"), problem);
    }
}
