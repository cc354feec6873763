package io.vestibule.people.ui;

import io.vestibule.people.PersonPage;
import java.util.Optional;

/// One row of the list; empty while its page is being read.
public record PersonLine(Optional<PersonPage.Row> row) {

    static final PersonLine EMPTY = new PersonLine(Optional.empty());

    public static PersonLine of(PersonPage.Row row) {
        return new PersonLine(Optional.of(row));
    }
}
