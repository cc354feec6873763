package io.vestibule.local.vms;

import io.vestibule.store.Database;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The database of the embedded VMS. Changes run one at a time, each in one transaction.
final class VmsStore implements AutoCloseable {

    private static final int SECRET_BYTES = 18;

    private final Database database;
    private final ReentrantLock changing = new ReentrantLock(true);
    private final SecureRandom random = new SecureRandom();

    private VmsStore(Database database) {
        this.database = database;
    }

    static VmsStore open(Path folder, char[] key) {
        return new VmsStore(Database.open(folder.resolve("vms"), key, "db/vms"));
    }

    Database database() {
        return database;
    }

    <T> T inTransaction(Supplier<T> work) {
        changing.lock();
        try {
            return database.inTransaction(work);
        } finally {
            changing.unlock();
        }
    }

    List<Account> accounts() {
        return database.with(
                handle -> handle.createQuery("select number, licence_key, email, password from account order by number")
                        .map((rows, _) -> new Account(
                                rows.getInt("number"),
                                rows.getString("licence_key"),
                                rows.getString("email"),
                                rows.getString("password")))
                        .list());
    }

    Account addAccount() {
        int number = accounts().size() + 1;
        Account account = new Account(number, "local." + secret(), "operator" + number + "@example.com", secret());
        database.with(handle -> handle.createUpdate("insert into account (number, licence_key, email, password)"
                        + " values (:number, :key, :email, :password)")
                .bind("number", account.number())
                .bind("key", account.licenceKey())
                .bind("email", account.email())
                .bind("password", account.password())
                .execute());
        return account;
    }

    /// All items of a kind, ordered by id.
    List<Map<String, Object>> all(Account account, ItemKind itemKind) {
        return database.with(handle -> handle.createQuery(
                        "select body from item where account = :account and kind = :kind order by id")
                .bind("account", account.number())
                .bind("kind", itemKind.columnValue())
                .mapTo(String.class)
                .map(Json::object)
                .list());
    }

    int count(Account account, ItemKind itemKind) {
        return database.with(
                handle -> handle.createQuery("select count(*) from item where account = :account and kind = :kind")
                        .bind("account", account.number())
                        .bind("kind", itemKind.columnValue())
                        .mapTo(Integer.class)
                        .one());
    }

    /// A page of the items of a kind, ordered by id.
    List<Map<String, Object>> page(Account account, ItemKind itemKind, int limit, int offset) {
        return database.with(
                handle -> handle.createQuery("select body from item where account = :account and kind = :kind"
                                + " order by id limit :limit offset :offset")
                        .bind("account", account.number())
                        .bind("kind", itemKind.columnValue())
                        .bind("limit", limit)
                        .bind("offset", offset)
                        .mapTo(String.class)
                        .map(Json::object)
                        .list());
    }

    Optional<Map<String, Object>> find(Account account, ItemKind itemKind, long id) {
        return database.with(handle -> handle.createQuery(
                        "select body from item where account = :account and kind = :kind and id = :id")
                .bind("account", account.number())
                .bind("kind", itemKind.columnValue())
                .bind("id", id)
                .mapTo(String.class)
                .map(Json::object)
                .findOne());
    }

    void insert(Account account, ItemKind itemKind, long id, Map<String, Object> body) {
        database.with(handle -> handle.createUpdate(
                        "insert into item (account, kind, id, body) values (:account, :kind, :id, :body)")
                .bind("account", account.number())
                .bind("kind", itemKind.columnValue())
                .bind("id", id)
                .bind("body", Json.text(body))
                .execute());
    }

    void update(Account account, ItemKind itemKind, long id, Map<String, Object> body) {
        database.with(handle -> handle.createUpdate(
                        "update item set body = :body where account = :account and kind = :kind and id = :id")
                .bind("account", account.number())
                .bind("kind", itemKind.columnValue())
                .bind("id", id)
                .bind("body", Json.text(body))
                .execute());
    }

    boolean delete(Account account, ItemKind itemKind, long id) {
        return database.with(handle -> handle.createUpdate(
                                "delete from item where account = :account and kind = :kind and id = :id")
                        .bind("account", account.number())
                        .bind("kind", itemKind.columnValue())
                        .bind("id", id)
                        .execute())
                == 1;
    }

    /// A number that is never reused, even after a rule was deleted.
    long nextRule() {
        return database.with(handle -> handle.createQuery("select next value for rule_number")
                .mapTo(Long.class)
                .one());
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        database.close();
    }
}
