package io.vestibule.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderedUuidTest {

    @Test
    void everyIdIsGreaterThanTheOnesBefore() {
        var ids = Stream.generate(OrderedUuid::next).limit(20_000).toList();
        // By their bytes, as the database compares them; Java compares the halves as signed numbers.
        assertThat(ids).isSortedAccordingTo(Comparator.comparing(UUID::toString));
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    }

    @Test
    void isOfVersionSevenWithTheTimeInFront() {
        long before = System.currentTimeMillis();
        var id = OrderedUuid.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, before + 3_600_000);
    }

    @Test
    void concurrentIdsAreDifferent() {
        var ids = ConcurrentHashMap.<UUID>newKeySet();
        IntStream.range(0, 20_000).parallel().forEach(_ -> ids.add(OrderedUuid.next()));
        assertThat(ids).hasSize(20_000);
    }
}
