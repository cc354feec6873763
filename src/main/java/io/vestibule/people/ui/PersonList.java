package io.vestibule.people.ui;

import io.vestibule.base.PersonId;
import io.vestibule.people.PersonPage;
import io.vestibule.people.PersonQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.ObservableListBase;

/// A list of any length that caches only the pages in view. It grows while it is scrolled; of evicted pages
/// only the cursors of some are stored, from which the pages are read again. FX thread only.
public final class PersonList extends ObservableListBase<PersonLine> {

    static final int PAGE = 24;
    private static final int PAGES = 10;
    private static final int ANCHORS = 512;

    /// Reads pages in the background.
    interface Reader {

        /// @param skip number of pages between the cursor and the wanted page
        void read(PersonQuery query, Optional<PersonQuery.Key> from, int skip, Consumer<PersonPage> done);
    }

    private final Reader reader;
    private final Map<Integer, PersonPage> pages = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, PersonPage> eldest) {
            return size() > PAGES;
        }
    };
    private final List<Optional<PersonQuery.Key>> anchors = new ArrayList<>();
    private final Set<Integer> reading = new HashSet<>();
    private Optional<PersonQuery> query = Optional.empty();
    private int stride = 1;
    private int known;
    private int size;
    private long generation;
    private boolean changing;
    private boolean ended;

    PersonList(Reader reader) {
        this.reader = reader;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public PersonLine get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        int number = index / PAGE;
        PersonPage page = pages.get(number);
        if (page == null) {
            request(number);
            return PersonLine.EMPTY;
        }
        if (index % PAGE > PAGE / 2 && number + 1 < known && !pages.containsKey(number + 1)) {
            request(number + 1);
        }
        return index % PAGE < page.rows().size() ? PersonLine.of(page.rows().get(index % PAGE)) : PersonLine.EMPTY;
    }

    /// Starts a new query, or the same query again, with its first page.
    void restart(PersonQuery asked, PersonPage first) {
        query = Optional.of(asked);
        generation++;
        pages.clear();
        anchors.clear();
        reading.clear();
        anchors.add(Optional.empty());
        stride = 1;
        known = 1;
        int before = size;
        changing = true;
        beginChange();
        pages.put(0, first);
        grow(0, first);
        nextReplace(0, size, Collections.nCopies(before, PersonLine.EMPTY));
        endChange();
        changing = false;
    }

    /// Reloads the pages that were used last, because people may have changed.
    void refresh() {
        reading.clear();
        List<Integer> latest = List.copyOf(pages.keySet());
        latest.subList(Math.max(0, latest.size() - 2), latest.size()).forEach(this::request);
    }

    /// Whether the end of the result is in the list.
    boolean complete() {
        return ended;
    }

    /// Whether the list is changing its own content: a selection change at that time does not come from the
    /// operator.
    boolean changing() {
        return changing;
    }

    /// Index of the person, if their page is cached.
    OptionalInt find(PersonId person) {
        for (Map.Entry<Integer, PersonPage> page : List.copyOf(pages.entrySet())) {
            List<PersonPage.Row> rows = page.getValue().rows();
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).person().equals(person)) {
                    return OptionalInt.of(page.getKey() * PAGE + i);
                }
            }
        }
        return OptionalInt.empty();
    }

    private void request(int number) {
        if (query.isEmpty() || !reading.add(number)) {
            return;
        }
        long mine = generation;
        reader.read(query.get(), anchors.get(number / stride), number % stride, page -> {
            if (mine == generation) {
                reading.remove(number);
                arrived(number, page);
            }
        });
    }

    private void arrived(int number, PersonPage page) {
        if (number >= known) {
            return;
        }
        Optional<PersonPage> old = Optional.ofNullable(pages.put(number, page));
        int before = size;
        changing = true;
        beginChange();
        if (number == known - 1 || page.next().isEmpty()) {
            grow(number, page);
        } else if (old.isPresent() && !old.get().next().equals(page.next())) {
            grow(number, page);
        }
        for (int i = number * PAGE; i < Math.min((number + 1) * PAGE, Math.min(before, size)); i++) {
            PersonLine was = line(old, i % PAGE);
            if (!was.equals(line(Optional.of(page), i % PAGE))) {
                nextSet(i, was);
            }
        }
        if (size > before) {
            nextAdd(before, size);
        } else if (size < before) {
            nextRemove(size, Collections.nCopies(before - size, PersonLine.EMPTY));
        }
        endChange();
        changing = false;
    }

    /// Extends the list to the end of this page, and to the start of the next one.
    private void grow(int number, PersonPage page) {
        pages.keySet().removeIf(other -> other > number);
        while (anchors.size() > number / stride + 1) {
            anchors.removeLast();
        }
        ended = page.next().isEmpty();
        known = number + 1;
        size = number * PAGE + page.rows().size();
        if (page.next().isPresent()) {
            if (known % stride == 0) {
                anchors.add(page.next());
            }
            known++;
            size = known * PAGE;
            if (anchors.size() > ANCHORS) {
                thin();
            }
        }
    }

    private void thin() {
        for (int i = anchors.size() - 1; i > 0; i--) {
            if (i % 2 == 1) {
                anchors.remove(i);
            }
        }
        stride *= 2;
    }

    private static PersonLine line(Optional<PersonPage> page, int index) {
        return page.filter(there -> index < there.rows().size())
                .map(there -> PersonLine.of(there.rows().get(index)))
                .orElse(PersonLine.EMPTY);
    }
}
