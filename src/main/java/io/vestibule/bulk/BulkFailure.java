package io.vestibule.bulk;

import io.vestibule.base.Failure;

/// Why a list, one of its rows or one of its photos is not imported. Rows are counted from 1, the header included, as
/// a spreadsheet shows them.
public sealed interface BulkFailure extends Failure {

    // The whole list.

    @Code("bulk.source-unreadable")
    record SourceUnreadable() implements BulkFailure {}

    /// Neither a folder nor CSV, XLSX or ZIP.
    @Code("bulk.source-unknown")
    record SourceUnknown() implements BulkFailure {}

    /// The binary format of Excel before 2007.
    @Code("bulk.old-excel")
    record OldExcel() implements BulkFailure {}

    /// @param megabytes the limit
    @Code("bulk.source-too-large")
    record SourceTooLarge(long megabytes) implements BulkFailure {}

    /// An archive that unpacks to far more than a list can hold, or a document with declarations of its own.
    @Code("bulk.archive-bomb")
    record ArchiveBomb() implements BulkFailure {}

    @Code("bulk.source-damaged")
    record SourceDamaged() implements BulkFailure {}

    /// @param row of the first row beyond the limit
    /// @param columns the limit
    @Code("bulk.far-column")
    record FarColumn(long row, int columns) implements BulkFailure {}

    /// @param rows the limit
    @Code("bulk.too-many-rows")
    record TooManyRows(int rows) implements BulkFailure {}

    @Code("bulk.no-rows")
    record NoRows() implements BulkFailure {}

    /// @param lists number of lists in the archive
    @Code("bulk.several-lists")
    record SeveralLists(int lists) implements BulkFailure {}

    @Code("bulk.name-column-missing")
    record NameColumnMissing() implements BulkFailure {}

    // One row.

    /// @param columns the limit
    @Code("bulk.row-too-wide")
    record RowTooWide(int columns) implements BulkFailure {}

    /// @param characters the limit
    @Code("bulk.cell-too-long")
    record CellTooLong(int column, int characters) implements BulkFailure {}

    @Code("bulk.row-damaged")
    record RowDamaged() implements BulkFailure {}

    /// A text that a spreadsheet would execute.
    @Code("bulk.formula")
    record Formula(int column) implements BulkFailure {}

    /// @param row the earlier row with the same number
    @Code("bulk.key-twice")
    record KeyTwice(int row) implements BulkFailure {}

    /// @param characters the limit
    @Code("bulk.key-unfit")
    record KeyUnfit(int characters) implements BulkFailure {}

    @Code("bulk.date-unfit")
    record DateUnfit(int column) implements BulkFailure {}

    @Code("bulk.kind-unknown")
    record KindUnknown(int column) implements BulkFailure {}

    @Code("bulk.site-unknown")
    record SiteUnknown() implements BulkFailure {}

    @Code("bulk.consent-missing")
    record ConsentMissing() implements BulkFailure {}

    @Code("bulk.consent-unclear")
    record ConsentUnclear(int column) implements BulkFailure {}

    /// Somebody with this number, name or photo asked to be erased.
    @Code("bulk.erased-before")
    record ErasedBefore() implements BulkFailure {}

    // One photo.

    @Code("bulk.photo-none")
    record PhotoNone() implements BulkFailure {}

    @Code("bulk.photo-missing")
    record PhotoMissing() implements BulkFailure {}

    /// A path that leads out of the folder of the list.
    @Code("bulk.photo-outside")
    record PhotoOutside() implements BulkFailure {}

    /// A symbolic link, which may lead anywhere.
    @Code("bulk.photo-link")
    record PhotoLink() implements BulkFailure {}

    /// An address of the web.
    @Code("bulk.photo-address")
    record PhotoAddress() implements BulkFailure {}

    // An import.

    @Code("bulk.run-gone")
    record RunGone() implements BulkFailure {}

    @Code("bulk.not-checked")
    record NotChecked() implements BulkFailure {}

    @Code("bulk.undo-late")
    record UndoLate() implements BulkFailure {}

    /// @param row the earlier row
    @Code("bulk.same-photo")
    record SamePhoto(int row) implements BulkFailure {}

    /// @param row the earlier row
    @Code("bulk.same-face")
    record SameFace(int row) implements BulkFailure {}

    @Code("bulk.photo-changed")
    record PhotoChanged() implements BulkFailure {}

    @Code("bulk.photo-refused")
    record PhotoRefused() implements BulkFailure {}

    @Code("bulk.job-stopped")
    record JobStopped() implements BulkFailure {}

    /// @param kind name of the exception
    @Code("bulk.unexpected")
    record Unexpected(String kind) implements BulkFailure {}

    /// @param line of the file; 0 if it cannot be read
    @Code("bulk.map-unfit")
    record MapUnfit(int line) implements BulkFailure {}

    /// @param key on the left of the value
    @Code("bulk.map-value-unfit")
    record MapValueUnfit(String key) implements BulkFailure {}

    @Code("bulk.dates-ambiguous")
    record DatesAmbiguous() implements BulkFailure {}

    // Many people.

    /// Neither a number nor an id is given.
    @Code("bulk.nobody-named")
    record NobodyNamed() implements BulkFailure {}

    /// @param asked number of people who would be removed
    /// @param most the limit
    @Code("bulk.over-limit")
    record OverLimit(long asked, long most) implements BulkFailure {}

    /// Without a column of numbers, somebody who has married looks like somebody who left.
    @Code("bulk.missing-no-numbers")
    record MissingNoNumbers() implements BulkFailure {}

    /// @param rows number of rows that cannot be read
    /// @param first of them
    @Code("bulk.missing-unsure")
    record MissingUnsure(int rows, int first) implements BulkFailure {}

    // A directory.

    @Code("bulk.directory-unset")
    record DirectoryUnset() implements BulkFailure {}

    @Code("bulk.directory-unreachable")
    record DirectoryUnreachable() implements BulkFailure {}

    /// The certificate is not valid, or is not one for the name of the server.
    @Code("bulk.directory-untrusted")
    record DirectoryUntrusted() implements BulkFailure {}

    @Code("bulk.directory-refused")
    record DirectoryRefused() implements BulkFailure {}

    /// A limit of the server, or a part of it that is on another one.
    @Code("bulk.directory-incomplete")
    record DirectoryIncomplete() implements BulkFailure {}

    @Code("bulk.directory-empty")
    record DirectoryEmpty() implements BulkFailure {}

    /// @param code result code of LDAP
    @Code("bulk.directory-failed")
    record DirectoryFailed(int code) implements BulkFailure {}
}
