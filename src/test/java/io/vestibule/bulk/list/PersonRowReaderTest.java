package io.vestibule.bulk.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.Problem;
import io.vestibule.bulk.source.SourceRow;
import io.vestibule.people.PersonKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PersonRowReaderTest {

    private static final ListOptions COLUMN_CONSENT =
            new ListOptions(Optional.empty(), Optional.empty(), DatePattern.DAY_DOT, PersonKind.EMPLOYEE, false, 365);

    @Test
    void theColumnsOfBadgeSystemsAreKnown() {
        var header = List.of(
                "Employee_Number",
                "card number",
                "First Name",
                "LastName",
                "E-Mail",
                "Department",
                "face_image_file1",
                "face_image_file2",
                "Shoe size");
        assertThat(ColumnMapping.propose(header).columns())
                .containsEntry(Field.KEY, List.of(0))
                .containsEntry(Field.NOTE, List.of(1, 5))
                .containsEntry(Field.FIRST_NAME, List.of(2))
                .containsEntry(Field.EMAIL, List.of(4))
                .containsEntry(Field.PHOTO, List.of(6, 7));
        assertThat(ColumnMapping.propose(header).field(8)).isEmpty();
    }

    @Test
    void aMappingSurvivesTheDatabase() {
        var mapping = new ColumnMapping(Map.of(Field.KEY, List.of(0), Field.PHOTO, List.of(3, 4)));
        assertThat(ColumnMapping.ofText(mapping.asText())).isEqualTo(mapping);
        assertThat(ColumnMapping.ofText("")).isEqualTo(new ColumnMapping(Map.of()));
    }

    @Test
    void aRowIsAPerson() {
        var reader = reader("Personalnummer", "Vorname", "Nachname", "Abteilung", "Gültig bis", "Einwilligung", "Foto");
        var person = reader.read(row(2, "4711", "Ada", "Lovelace", "Einkauf", "31.12.2026", "ja", "ada.jpg"));
        assertThat(person.problems()).isEmpty();
        assertThat(person.key()).isEqualTo("4711");
        assertThat(person.name()).isEqualTo("Ada Lovelace");
        assertThat(person.note()).isEqualTo("Abteilung: Einkauf");
        assertThat(person.expires()).contains(LocalDate.of(2026, 12, 31));
        assertThat(person.consent()).isEqualTo(ListedPerson.Consent.GIVEN);
        assertThat(person.kind()).isEqualTo(PersonKind.EMPLOYEE);
        assertThat(person.photos()).containsExactly("ada.jpg");
    }

    @Test
    void eachFaultIsNamed() {
        var reader = reader("id", "name", "valid until", "consent", "kind");
        assertThat(codes(reader.read(row(2, "1", "Ada", "31.02.2026", "yes", ""))))
                .containsExactly("bulk.date-unfit");
        assertThat(codes(reader.read(row(3, "1", "Bea", "", "yes", "")))).containsExactly("bulk.key-twice");
        assertThat(codes(reader.read(row(4, "3", "Cleo", "", "", "")))).containsExactly("bulk.consent-missing");
        assertThat(codes(reader.read(row(5, "4", "Dora", "", "maybe", "")))).containsExactly("bulk.consent-unclear");
        assertThat(codes(reader.read(row(6, "5", "Eve", "", "yes", "watch")))).containsExactly("bulk.kind-unknown");
        assertThat(codes(reader.read(row(7, "x".repeat(101), "Fay", "", "yes", ""))))
                .containsExactly("bulk.key-unfit");
        assertThat(reader.read(row(8, "8", "Gil", "", "no", "")).consent()).isEqualTo(ListedPerson.Consent.DECLINED);
    }

    @Test
    void dayAndMonthAreAskedForWhereBothFit() {
        assertThat(DatePattern.fitting(List.of("03/04/2026", "05/06/2026")))
                .containsExactly(DatePattern.DAY_SLASH, DatePattern.MONTH_SLASH);
        assertThat(DatePattern.fitting(List.of("03/04/2026", "", "25/06/2026"))).containsExactly(DatePattern.DAY_SLASH);
    }

    private static PersonRowReader reader(String... header) {
        return new PersonRowReader(List.of(header), ColumnMapping.propose(List.of(header)), COLUMN_CONSENT);
    }

    private static SourceRow row(int number, String... cells) {
        return new SourceRow(number, List.of(cells), Optional.empty());
    }

    private static List<String> codes(ListedPerson person) {
        return person.problems().stream().map(Problem::code).toList();
    }
}
