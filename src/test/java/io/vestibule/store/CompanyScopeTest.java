package io.vestibule.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.fixture.MigratedDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanyScopeTest {

    @TempDir
    Path folder;

    private Database database;
    private CompanyScope active;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        active = CompanyScope.ofActive(database);
        company("acme", true);
        company("beta", false);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void company(String id, boolean isActive) {
        database.with(handle -> handle.execute(
                "insert into company (id, name, active, created_at, version) values (?, ?, ?, current_timestamp, 0)",
                id,
                id,
                isActive));
        database.with(handle -> handle.execute(
                "insert into job (id, company_id, state, due_at, created_at, changed_at)"
                        + " values (random_uuid(), ?, 'WAITING', current_timestamp, current_timestamp, current_timestamp)",
                id));
    }

    private List<String> jobs(CompanyScope scope) {
        return scope.with(handle -> handle.createQuery(
                        "select company_id from job where " + scope.owns("company_id") + " order by company_id")
                .mapTo(String.class)
                .list());
    }

    @Test
    void aStatementWithoutTheCompanyIsRefusedBeforeItIsRun() {
        for (var scope : List.of(active, AllCompanies.of(database))) {
            assertThatThrownBy(() -> scope.with(handle -> handle.createQuery("select id from job")
                            .mapTo(String.class)
                            .list()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("company");
            assertThatThrownBy(() -> scope.with(handle -> handle.execute("delete from job")))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(jobs(AllCompanies.of(database))).containsExactly("acme", "beta");
    }

    @Test
    void onlyRowsOfTheActiveCompanyAreThere() {
        assertThat(jobs(active)).containsExactly("acme");
        database.with(handle -> handle.execute("update company set active = (id = 'beta')"));
        assertThat(jobs(active)).containsExactly("beta");
    }

    @Test
    void aRowOfAnotherCompanyIsNotWritten() {
        active.requireOwned("acme");
        assertThatThrownBy(() -> active.requireOwned("beta"))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("store.other-company"));
        AllCompanies.of(database).requireOwned("beta");
    }
}
