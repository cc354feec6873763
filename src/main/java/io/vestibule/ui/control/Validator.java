package io.vestibule.ui.control;

import java.util.Optional;
import java.util.function.Predicate;

/// Validates input: empty when it is valid, else the error message.
@FunctionalInterface
public interface Validator<T> {

    Optional<String> validate(T value);

    /// Runs the other validator only when this one finds no error.
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

    /// A syntactically valid e-mail address; empty is valid too. Only sending a mail can show whether the address
    /// exists.
    static Validator<String> email(String problem) {
        return that(text -> text.isBlank() || text.strip().matches("[^@\\s]++@[^@\\s.]++(?:\\.[^@\\s.]++)++"), problem);
    }
}
