package io.vestibule.people.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.PersonKind;
import io.vestibule.people.PersonPage;
import io.vestibule.people.PersonQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

/// A list that caches only the pages in view.
class PersonListTest {

    private static final PersonQuery EVERYBODY = PersonQuery.named(new CompanyId("acme-1"), "");

    private final List<Integer> people = new ArrayList<>();
    private final PersonList list = new PersonList((_, from, skip, done) -> done.accept(page(from, skip)));
    private int reads;

    private void fill(int count) {
        for (int i = 0; i < count; i++) {
            people.add(i);
        }
        list.restart(EVERYBODY, page(Optional.empty(), 0));
    }

    private PersonPage page(Optional<PersonQuery.Key> from, int skip) {
        reads++;
        int start = from.map(key -> people.indexOf(Integer.parseInt(key.term())) + 1)
                        .orElse(0)
                + skip * PersonList.PAGE;
        int end = Math.min(people.size(), start + PersonList.PAGE);
        var rows = people.subList(start, end).stream().map(PersonListTest::row).toList();
        return new PersonPage(
                rows,
                rows.size() < PersonList.PAGE
                        ? Optional.empty()
                        : Optional.of(new PersonQuery.Key(
                                String.valueOf(people.get(end - 1)),
                                rows.getLast().person())));
    }

    private static PersonPage.Row row(int number) {
        return new PersonPage.Row(
                new PersonId(new UUID(0, number)),
                "Person " + number,
                PersonKind.VISITOR,
                Set.of(),
                EnrolmentStatus.State.SEARCHABLE,
                "",
                java.time.Instant.EPOCH,
                Optional.empty());
    }

    private String name(int index) {
        var ignored = list.get(index);
        assertThat(ignored).isNotNull();
        return list.get(index).row().orElseThrow().name();
    }

    private void scrollToEnd() {
        while (!list.complete()) {
            var last = list.get(list.size() - 1);
            assertThat(last).isNotNull();
        }
    }

    @Test
    void aLongListIsReadAtAnyIndex() {
        fill(70_000);
        assertThat(reads).isEqualTo(1);
        scrollToEnd();
        assertThat(list).hasSize(70_000);
        var random = new Random(5);
        for (int i = 0; i < 200; i++) {
            int index = random.nextInt(70_000);
            assertThat(name(index)).isEqualTo("Person " + index);
        }
    }

    @Test
    void aRefreshReplacesOnlyChangedRows() {
        fill(130);
        scrollToEnd();
        assertThat(name(0)).isEqualTo("Person 0");
        assertThat(name(70)).isEqualTo("Person 70");
        List<Integer> changed = new ArrayList<>();
        list.addListener((ListChangeListener<PersonLine>) change -> {
            while (change.next()) {
                changed.add(change.getFrom());
            }
        });
        list.refresh();
        assertThat(changed).isEmpty();
        people.remove(Integer.valueOf(5));
        name(0);
        list.refresh();
        scrollToEnd();
        assertThat(list).hasSize(129);
        assertThat(name(5)).isEqualTo("Person 6");
        assertThat(name(128)).isEqualTo("Person 129");
    }

    @Test
    void aPersonAddedAtTheEndIsShown() {
        fill(60);
        scrollToEnd();
        assertThat(list).hasSize(60);
        people.add(60);
        list.refresh();
        scrollToEnd();
        assertThat(list).hasSize(61);
        assertThat(name(60)).isEqualTo("Person 60");
    }
}
