package io.vestibule.store;

import io.vestibule.base.Problem;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/// The database as stores of rows that belong to a company see it: those of the company that the console is
/// set to at the time of the statement, or, from [AllCompanies], those of all. Stores get this instead of a
/// [Database], so that no query can be written that forgets the company: a statement on such a table that has
/// no condition of this class is refused when it is run. Rows of other companies are as absent as deleted ones.
public final class CompanyScope {

    /// Tables whose rows belong to a company, directly or by the person, photo, collection or job of the row.
    private static final Pattern TABLES =
            Pattern.compile("\\b(?:from|join|update|into)\\s+(?:person|person_entry|person_newest|person_site"
                    + "|person_unlisted|site|collection_ref|legal_basis|photo|bad_photo_file|photo_outbox|thumbnail|photo_vector|photo_again"
                    + "|collection_user|indexed_face|look_alike|person_change|person_before|moved_photo|moved_basis|change_job"
                    + "|job|step|known_people_rule|rule_attempt|rule_follow|rule_holiday"
                    + "|person_key|import_mapping|import_run|import_row|import_face|directory_sync|directory_leaver"
                    + "|consent_evidence|consent_count|consent_text|consent_wording"
                    + "|legal_hold|retention_note|retention_due|printed_record|suppressed)\\b");

    private static final String MARK = "/*company*/ ";
    private static final String ACTIVE = "(select id from company where active)";
    private static final ScopedValue<Boolean> SCOPED = ScopedValue.newInstance();

    private final Database database;
    private final boolean all;

    CompanyScope(Database database, boolean all) {
        this.database = database;
        this.all = all;
    }

    /// The rows of the company that the console is set to.
    public static CompanyScope ofActive(Database database) {
        return new CompanyScope(database, false);
    }

    /// As [Database#with].
    ///
    /// @throws IllegalStateException if a statement on rows of a company has no condition of this class. It
    ///     is not run.
    public <T> T with(Function<Handle, T> statements) {
        return ScopedValue.where(SCOPED, true).call(() -> database.with(statements));
    }

    /// The seals and checksums of the database's rows.
    public ProtectedRows rows() {
        return database.rows();
    }

    /// As [Database#inTransaction].
    public <T> T inTransaction(Supplier<T> work) {
        return database.inTransaction(work);
    }

    /// As [Database#transaction].
    public void transaction(Runnable work) {
        database.transaction(work);
    }

    /// A condition: the row belongs to a company of this scope.
    ///
    /// @param company SQL of the id of the row's company, for example `p.company_id`
    public String owns(String company) {
        return MARK + (all ? "1 = 1" : company + " = " + ACTIVE);
    }

    /// The beginning of an `order by` with which one range of an index is read that begins with the company.
    public String sorts(String company) {
        return all ? "" : company + ", ";
    }

    /// The same by the row's person.
    ///
    /// @param person SQL of the id of the person; a column named `id` with its table
    public String ownsPerson(String person) {
        return owner("person", person);
    }

    /// The same by the row's photo.
    public String ownsPhoto(String photo) {
        return owner("photo", photo);
    }

    /// The same by the row's collection.
    public String ownsCollection(String collection) {
        return owner("collection_ref", collection);
    }

    /// The same by the row's job.
    public String ownsJob(String job) {
        return owner("job", job);
    }

    /// The same by the row's import.
    public String ownsRun(String run) {
        return owner("import_run", run);
    }

    private String owner(String table, String id) {
        return MARK
                + (all
                        ? "1 = 1"
                        : "exists (select 1 from %1$s owner where owner.id = %2$s and owner.company_id = %3$s)"
                                .formatted(table, id, ACTIVE));
    }

    /// Checks a new row.
    ///
    /// @throws StoreException `store.other-company` if it would belong to a company that is not of
    ///     this scope
    public void requireOwned(String company) {
        require("company", "id = :id and " + owns("id"), company);
    }

    /// @throws StoreException `store.other-company` if the person of a new row is not of this scope
    public void requirePerson(Object person) {
        require("person", "id = :id and " + owns("company_id"), person);
    }

    /// @throws StoreException `store.other-company` if the photo of a new row is not of this scope
    public void requirePhoto(Object photo) {
        require("photo", "id = :id and " + owns("company_id"), photo);
    }

    /// @throws StoreException `store.other-company` if the import of a new row is not of this scope
    public void requireRun(Object run) {
        require("import_run", "id = :id and " + owns("company_id"), run);
    }

    private void require(String table, String condition, Object id) {
        boolean owned = all
                || with(handle -> handle.createQuery("select 1 from " + table + " where " + condition)
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
        if (!owned) {
            throw new StoreException(Problem.of("store.other-company"));
        }
    }

    /// Called for each statement before it is run.
    static void check(String sql) {
        if (SCOPED.isBound()
                && !sql.contains(MARK)
                && !sql.startsWith("insert into ")
                && TABLES.matcher(sql).find()) {
            throw new IllegalStateException("A statement on rows of a company has no condition for it: " + sql);
        }
    }
}
