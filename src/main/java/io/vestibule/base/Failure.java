package io.vestibule.base;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/// Why an operation failed, as one record for each reason. Each room has a sealed interface of its own that extends
/// this one; a record only declares its [Code] and its fields, and [#problem] makes of both what a screen can show.
public interface Failure {

    /// The stable code of a reason, `<room>.<reason>`, under which its words lie in the room's bundle.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Code {
        String value();
    }

    /// A value that is no text, number or id itself, and says how it is shown in the sentence of a problem.
    interface Argument {
        String argument();
    }

    /// The problem with the code of this record.
    default Problem problem() {
        return new Problem(getClass().getAnnotation(Code.class).value(), arguments());
    }

    /// The values for `{0}`, `{1}`, … in the words: the record's fields in their order, unless a record says
    /// otherwise.
    default List<String> arguments() {
        return Arrays.stream(getClass().getRecordComponents()).map(this::text).toList();
    }

    private String text(RecordComponent component) {
        try {
            Object value = component.getAccessor().invoke(this);
            return value instanceof Argument shown ? shown.argument() : String.valueOf(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Not a public record: " + getClass().getName(), e);
        }
    }
}
