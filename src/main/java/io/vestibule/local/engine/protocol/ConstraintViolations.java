package io.vestibule.local.engine.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;

/// Messages for the constraints that a value violates, in the service's wording, one for each constraint.
final class ConstraintViolations {

    private ConstraintViolations() {}

    static List<String> of(Object value, Constraint rule) {
        var broken = new ArrayList<String>();
        switch (value) {
            case String text -> ofText(text, rule, broken);
            case Number number -> range(number.doubleValue(), rule, "have value", broken);
            case SdkBytes bytes -> range(bytes.asByteArrayUnsafe().length, rule, "have length", broken);
            case Collection<?> list -> range(list.size(), rule, "have length", broken);
            case Map<?, ?> map -> range(map.size(), rule, "have length", broken);
            default -> {}
        }
        return broken;
    }

    private static void ofText(String text, Constraint rule, List<String> broken) {
        range(text.codePointCount(0, text.length()), rule, "have length", broken);
        var pattern = rule.pattern();
        if (pattern != null && !pattern.matcher(text).matches()) {
            broken.add("Member must satisfy regular expression pattern: " + pattern.pattern());
        }
        if (!rule.values().isEmpty() && !rule.values().contains(text)) {
            broken.add("Member must satisfy enum value set: " + rule.values());
        }
    }

    private static void range(double size, Constraint rule, String what, List<String> broken) {
        var max = rule.max();
        if (max != null && !(size <= max)) {
            broken.add("Member must " + what + " less than or equal to " + max);
        }
        var min = rule.min();
        if (min != null && !(size >= min)) {
            broken.add("Member must " + what + " greater than or equal to " + min);
        }
    }
}
