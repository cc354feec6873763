package io.vestibule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What belongs to a company is reached by the scope of the company, and by the door for all companies only
/// where it is listed here.
class CompanyRulesTest {

    private static final Path SOURCES = Path.of("src/main/java");

    /// Tables whose rows belong to a company, as `CompanyScope` has them.
    private static final Pattern TABLES = Pattern.compile(
            "\\b(?:from|join|update|into)\\s+(?:person|person_entry|person_newest|person_site|person_unlisted|site"
                    + "|collection_ref|legal_basis|photo|bad_photo_file|photo_outbox|thumbnail|photo_vector|photo_again"
                    + "|collection_user|indexed_face|look_alike|person_change|person_before|moved_photo|moved_basis"
                    + "|change_job|job|step|known_people_rule|rule_attempt|rule_follow|rule_holiday|person_key"
                    + "|import_mapping|import_run|import_row|import_face|consent_evidence|consent_count|consent_text"
                    + "|consent_wording|legal_hold|retention_note|retention_due|printed_record|suppressed)\\b");

    /// The file with each use of the door for all companies, and why.
    private static final Map<String, String> USERS_OF_THE_DOOR = Map.of(
            "StorageWiring.java", "creates both, and corrects all times when the clock is corrected",
            "DoctorWiring.java", "steps, and a bucket has the photos of all companies",
            "EnrolWiring.java", "steps, housekeeping, stored statuses and erasure",
            "RulesWiring.java", "steps, and the rules of the other companies are watched as well",
            "BulkWiring.java", "old imports",
            "SetupWiring.java",
                    "the links of all sites end when the VMS is replaced, and its account is known by all rules",
            "SupportAdapter.java", "counts in the support bundle");

    /// Stores of such tables without a scope, and why.
    private static final Map<String, String> WITHOUT_A_SCOPE = Map.of(
            "ClaimStore.java", "the runner performs the steps of all companies",
            "JobRowStore.java", "the same",
            "PersonRowStore.java", "the columns, for `PersonStore`",
            "RetentionStore.java", "a correction of the clock, and the retention periods of people who are due",
            "PendingErasureStore.java", "erasure",
            "ErasedRowsStore.java", "the same: it asks for the rows of one id in every company");

    @Test
    void theDoorForAllCompaniesIsUsedOnlyWhereItIsListed() {
        assertThat(files(text -> text.contains("AllCompanies.of(") || text.contains("OfAll()")))
                .isEqualTo(USERS_OF_THE_DOOR.keySet());
    }

    @Test
    void sqlOnRowsOfCompaniesIsInStoresWithTheirScope() {
        assertThat(files(text -> TABLES.matcher(text).find() && !text.contains("private final CompanyScope scope;")))
                .isEqualTo(WITHOUT_A_SCOPE.keySet());
    }

    @Test
    void theScopeIsNotLeftByTheDatabaseBehindIt() {
        assertThat(files(text -> text.contains("private final CompanyScope scope;")
                        && text.contains("private final Database database;")))
                .isEmpty();
    }

    private static Set<String> files(Predicate<String> chosen) {
        try (var all = Files.walk(SOURCES)) {
            return all.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.getFileName().toString().equals("CompanyScope.java"))
                    .filter(path -> chosen.test(code(path)))
                    .map(path -> path.getFileName().toString())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Without comments.
    private static String code(Path file) {
        try {
            return Files.readString(file)
                    .lines()
                    .filter(line -> !line.strip().startsWith("//"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
