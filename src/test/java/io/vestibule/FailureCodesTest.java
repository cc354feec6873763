package io.vestibule;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.vestibule.base.Failure;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Holds every reason of every room's failures to its code and its words.
class FailureCodesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    private static final Map<String, String> WORDS = Bundles.read("").all();
    private static final List<Class<?>> REASONS = reasons();

    @Test
    void everyReasonIsARecordWithACodeOfItsRoom() {
        assertThat(REASONS).hasSizeGreaterThan(80).allSatisfy(reason -> {
            assertThat(reason.isRecord()).as("%s is a record", reason).isTrue();
            assertThat(reason.getAnnotation(Failure.Code.class))
                    .as("code of %s", reason)
                    .isNotNull();
            assertThat(code(reason)).startsWith(RoomPlan.room(reason.getPackageName()) + ".");
        });
    }

    @Test
    void noTwoReasonsShareACode() {
        assertThat(REASONS.stream()
                        .collect(Collectors.groupingBy(FailureCodesTest::code))
                        .values())
                .allSatisfy(same -> assertThat(same).hasSize(1));
    }

    @Test
    void theWordsQuoteOnlyFieldsThatTheReasonHas() {
        assertThat(REASONS).allSatisfy(reason -> {
            int fields = reason.getRecordComponents().length;
            for (String part : List.of("what", "means", "do")) {
                String words = WORDS.get("problem." + code(reason) + "." + part);
                assertThat(words).as("words of %s", code(reason)).isNotNull();
                Matcher quoted = PLACEHOLDER.matcher(words);
                while (quoted.find()) {
                    assertThat(Integer.parseInt(quoted.group(1)))
                            .as("value quoted by %s: %s", code(reason), words)
                            .isLessThan(fields);
                }
            }
        });
    }

    private static String code(Class<?> reason) {
        return reason.getAnnotation(Failure.Code.class).value();
    }

    private static List<Class<?>> reasons() {
        return RoomPlan.classes().stream()
                .filter(type -> type.isAssignableTo(Failure.class) && !type.isInterface())
                .map(JavaClass::reflect)
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .<Class<?>>map(type -> type)
                .toList();
    }
}
