package io.vestibule.people.change;

import io.vestibule.base.CompanyId;
import io.vestibule.store.CompanyScope;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The table `suppressed`: by what an erased person would be known again, so that neither a list nor a collection
/// brings
/// them back. Holds keyed hashes, from which nobody learns who was erased.
public final class SuppressionStore {

    private static final String MAC = "HmacSHA256";

    private final CompanyScope scope;
    private final Supplier<byte[]> key;

    /// What a person can be known by.
    public enum Trait {
        /// Id of the user in the face collection.
        USER,
        /// Under which another system knows them; the name in a list without numbers.
        NUMBER,
        /// SHA-256 of the final bytes of a photo.
        PHOTO
    }

    /// @param key of the hashes, 32 bytes; derived from the master key for this purpose only
    public SuppressionStore(CompanyScope scope, Supplier<byte[]> key) {
        this.scope = scope;
        this.key = key;
    }

    /// Call in the transaction that deletes the records.
    ///
    /// @throws io.vestibule.store.StoreException `store.other-company` if the company is not of this scope
    public void add(CompanyId company, Trait trait, String value, Instant erasedAt) {
        scope.requireOwned(company.value());
        var at = erasedAt.atOffset(ZoneOffset.UTC);
        var fingerprint = fingerprint(company, trait, value);
        scope.transaction(() -> {
            int changed = scope.with(handle -> handle.execute(
                    "update suppressed set erased_at = ? where company_id = ? and trait = ? and fingerprint = ? and "
                            + scope.owns("company_id"),
                    at,
                    company.value(),
                    trait.name(),
                    fingerprint));
            if (changed == 0) {
                scope.with(handle -> handle.execute(
                        "insert into suppressed (company_id, trait, fingerprint, erased_at) values (?, ?, ?, ?)",
                        company.value(),
                        trait.name(),
                        fingerprint,
                        at));
            }
        });
    }

    /// When somebody with this was erased last; empty if nobody was.
    public Optional<Instant> erasedAt(CompanyId company, Trait trait, String value) {
        return scope.with(handle -> handle.createQuery("select erased_at from suppressed where company_id = :company"
                        + " and trait = :trait and fingerprint = :fingerprint and " + scope.owns("company_id"))
                .bind("company", company.value())
                .bind("trait", trait.name())
                .bind("fingerprint", fingerprint(company, trait, value))
                .map((rows, _) -> rows.getObject(1, OffsetDateTime.class).toInstant())
                .findOne());
    }

    private String fingerprint(CompanyId company, Trait trait, String value) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key.get(), MAC));
            var text = company.value() + "\n" + trait.name() + "\n" + value;
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + MAC, e);
        }
    }
}
