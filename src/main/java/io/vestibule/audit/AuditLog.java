package io.vestibule.audit;

import io.vestibule.base.ProgressListener;
import io.vestibule.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Append-only log of who did what. Each entry has a hash over the previous one, so that [#verify] finds an entry
/// that was changed, removed or inserted later.
///
/// The hashes are keyed: who can write to the database but has no master key cannot write a chain that passes.
/// Entries of
/// versions without a key are held by the entry [#KEYED] that follows them.
public final class AuditLog {

    /// Follows the entries without a key.
    static final String KEYED = "audit.keyed";

    private static final int PAGE = 1_000;

    private final AuditStore store;
    private final AuditSearchStore search;
    private final Session session;
    private final Clock clock;

    /// @param key of the chain, 32 bytes; derived from the master key for this purpose only
    public AuditLog(Database database, Session session, Clock clock, byte[] key) {
        this.store = new AuditStore(database, key);
        this.search = new AuditSearchStore(database);
        this.session = session;
        this.clock = clock;
    }

    /// Call once when the database was opened: entries of a version without a key get the entry that holds them.
    public void begin() {
        store.appendKeyed(place ->
                new AuditEntry(place, clock.instant().truncatedTo(ChronoUnit.MILLIS), Optional.empty(), KEYED, ""));
    }

    /// Adds an entry for the signed-in operator. Inside a transaction it is committed or rolled back with it.
    ///
    /// @param action lower-case words joined by dots and hyphens, for example `person.removed`; never changes once
    /// released
    /// @param subject id of the object of the action, or empty; never a name
    /// @throws IllegalArgumentException if the subject cannot be an id
    public AuditEntry append(String action, String subject) {
        if (!action.matches("[a-z0-9.-]{1,100}") || !subject.matches("[A-Za-z0-9_.:/-]{0,128}")) {
            throw new IllegalArgumentException("The log takes an action code and an id");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return store.append(
                place -> new AuditEntry(place, now, session.operator().map(Operator::id), action, subject));
    }

    /// The newest entries, newest first.
    public List<AuditEntry> recent(int count) {
        return store.latest(count);
    }

    /// The newest entries about any of these subjects, newest first, without those that somebody looked at them.
    ///
    /// @param subjects ids
    public List<AuditEntry> about(List<String> subjects, int count) {
        return subjects.isEmpty() ? List.of() : store.about(subjects, count);
    }

    /// The entries that fit, newest first.
    ///
    /// @param after the last entry of the page before; empty for the first page
    public List<StoredAuditEntry> search(AuditQuery query, Optional<AuditEntry> after, int count) {
        return search.page(query, after, count);
    }

    /// Number of entries.
    public long size() {
        return store.head().sequence();
    }

    /// Verifies the whole chain.
    ///
    /// @return sequence number of the first entry that was tampered with or is missing; empty if the chain is
    /// intact
    public OptionalLong verify() {
        return verify(ProgressListener.NONE).brokenAt();
    }

    /// As [#verify()]. Entries may be added meanwhile; what the listener throws ends the check.
    public AuditVerification verify(ProgressListener progress) {
        int total = (int) Math.min(size(), Integer.MAX_VALUE);
        var chain = new ChainCheck(store);
        AuditStore.ChainHead head;
        do {
            for (List<StoredAuditEntry> page = store.after(chain.place(), PAGE);
                    !page.isEmpty();
                    page = store.after(chain.place(), PAGE)) {
                if (!page.stream().allMatch(chain::follows)) {
                    return new AuditVerification(chain.place(), OptionalLong.of(chain.place() + 1));
                }
                progress.onProgress((int) Math.min(chain.place(), total), total);
            }
            head = store.head();
            // Was an entry added since the last page, or is the end of the chain missing?
        } while (head.sequence() > chain.place()
                && !store.after(chain.place(), 1).isEmpty());
        return new AuditVerification(
                chain.place(), chain.endsWith(head) ? OptionalLong.empty() : OptionalLong.of(chain.place() + 1));
    }
}
