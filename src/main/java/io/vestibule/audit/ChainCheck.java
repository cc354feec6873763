package io.vestibule.audit;

/// Compares the entries of the chain one after the other with the hashes that they must have.
final class ChainCheck {

    private final AuditStore store;
    private String previous = AuditEntry.NO_HASH;
    private long place;
    private boolean keyed;

    ChainCheck(AuditStore store) {
        this.store = store;
    }

    /// Sequence number of the last intact entry.
    long place() {
        return place;
    }

    /// Whether this is the next entry of the chain, unchanged.
    boolean follows(StoredAuditEntry next) {
        var expected = store.hash(next.entry(), previous);
        boolean nowKeyed = keyed || expected.equals(next.hash());
        if (!nowKeyed) {
            expected = next.entry().hashAfter(previous);
        }
        if (next.entry().sequence() != place + 1 || !expected.equals(next.hash())) {
            return false;
        }
        keyed = nowKeyed;
        previous = expected;
        place++;
        return true;
    }

    /// Whether the last entry is that of the head of the chain, and held by a key.
    boolean endsWith(AuditStore.ChainHead head) {
        return head.sequence() == place && head.hash().equals(previous) && (keyed || place == 0);
    }
}
