package io.vestibule.store;

/// The door to the rows of all companies, for what works in the background for each of them, whichever the
/// console is set to: the journal's steps, housekeeping, erasure, and the creation of companies. Who may use
/// it is listed in the rules of the house (`CompanyRulesTest`).
public final class AllCompanies {

    private AllCompanies() {}

    public static CompanyScope of(Database database) {
        return new CompanyScope(database, true);
    }
}
