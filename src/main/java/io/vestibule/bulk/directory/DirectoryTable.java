package io.vestibule.bulk.directory;

import com.unboundid.ldap.sdk.SearchResultEntry;
import io.vestibule.bulk.list.Field;
import io.vestibule.bulk.source.RowTable;
import io.vestibule.bulk.source.SourceRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The people of a directory as the rows of a list. Their texts are in memory, their photos are not.
final class DirectoryTable implements RowTable {

    private final DirectoryAttributes attributes;
    private final Set<String> withPhoto;
    private final Set<String> added = new HashSet<>();
    private final List<SourceRow> rows = new ArrayList<>();

    /// @param withPhoto numbers of the people who have a photo
    DirectoryTable(DirectoryAttributes attributes, Set<String> withPhoto) {
        this.attributes = attributes;
        this.withPhoto = withPhoto;
    }

    /// Somebody who has changed and is not known yet is found twice.
    void add(SearchResultEntry entry) {
        if (!added.add(entry.getDN())) {
            return;
        }
        rows.add(new SourceRow(
                rows.size() + 2,
                attributes.fields().stream().map(field -> cell(entry, field)).toList(),
                Optional.empty()));
    }

    /// A photo is named by the number of its person.
    private String cell(SearchResultEntry entry, Field field) {
        var number = value(entry, Field.KEY);
        return field == Field.PHOTO
                ? (withPhoto.contains(number.toLowerCase(Locale.ROOT)) ? number : "")
                : value(entry, field);
    }

    private String value(SearchResultEntry entry, Field field) {
        return attributes.of(field).stream()
                .map(entry::getAttributeValue)
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    @Override
    public List<String> header() {
        return attributes.fields().stream()
                .map(field -> attributes.of(field).getFirst())
                .toList();
    }

    @Override
    public void read(Predicate<SourceRow> consumer) {
        for (var row : rows) {
            if (!consumer.test(row)) {
                return;
            }
        }
    }
}
