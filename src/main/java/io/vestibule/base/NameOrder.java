package io.vestibule.base;

import java.text.Collator;
import java.util.Comparator;
import java.util.function.Function;

/// The alphabetical order of the language in use, in which `Ärzte` stands before `Bau` and `empfang` before `Garage`.
///
/// Only for short lists: the list of people is read in the order of its index, which has the letters without marks and
/// case and so has the same order in the languages of the window.
public final class NameOrder {

    private NameOrder() {}

    /// Equal names stay in the order that they have.
    public static <T> Comparator<T> by(Function<T, String> name) {
        Collator collator = Collator.getInstance();
        return (one, other) -> collator.compare(name.apply(one), name.apply(other));
    }
}
