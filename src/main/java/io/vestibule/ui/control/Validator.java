package io.vestibule.ui.control;

import java.util.Optional;
import java.util.function.Predicate;

/// Judges what was typed: empty when it is right, else the sentence that says what is wrong.
@FunctionalInterface
public interface Validator<T> {

    Optional<String> validate(T value);

    /// Asks the other check only when this one finds nothing.
    default Validator<T> and(Validator<T> other) {
        return value -> validate(value).or(() -> other.validate(value));
    }

    static <T> Validator<T> that(Predicate<T> right, String problem) {
        return value -> right.test(value) ? Optional.empty() : Optional.of(problem);
    }

    static Validator<String> notBlank(String problem) {
        return that(text -> !text.isBlank(), problem);
    }

    /// @param most in UTF-16 units, as databases count
    static Validator<String> maxLength(int most, String problem) {
        return that(text -> text.length() <= most, problem);
    }

    /// An address that mail could be sent to; nothing typed is right too. Whether somebody reads it only a mail tells.
    static Validator<String> email(String problem) {
        return that(text -> text.isBlank() || text.strip().matches("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+"), problem);
    }
}
