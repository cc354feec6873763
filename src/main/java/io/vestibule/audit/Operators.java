package io.vestibule.audit;

import io.vestibule.base.OperatorId;
import io.vestibule.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The users of the console. Once there is any operator, there is always an administrator.
///
/// Throws [AuditException] if the signed-in operator lacks [Permission#MANAGE_OPERATORS] for a change, and writes
/// each change to the log in the same transaction.
public final class Operators {

    private static final int LONGEST_NAME = 200;

    private final Database database;
    private final OperatorStore store;
    private final AuditLog log;
    private final Session session;
    private final Clock clock;

    public Operators(Database database, AuditLog log, Session session, Clock clock) {
        this.database = database;
        this.store = new OperatorStore(database);
        this.log = log;
        this.session = session;
        this.clock = clock;
    }

    /// All operators, active or not, sorted by name.
    public List<Operator> list() {
        return store.all();
    }

    /// Adds the first operator of a new console: an administrator, who is signed in at once.
    ///
    /// @throws AuditException `audit.not-allowed` if there is an operator already
    public synchronized Operator addFirst(String name) {
        if (!store.all().isEmpty()) {
            throw new AuditException(new AuditFailure.NotAllowed(Permission.MANAGE_OPERATORS));
        }
        Operator first = new Operator(OperatorId.mint(), checked(name, Optional.empty()), Role.ADMINISTRATOR, true);
        database.transaction(() -> {
            store.insert(first, clock.instant());
            log.append("operator.added", first.id().toString());
        });
        return signIn(first.id());
    }

    public synchronized Operator add(String name, Role role) {
        session.require(Permission.MANAGE_OPERATORS);
        Operator added = new Operator(OperatorId.mint(), checked(name, Optional.empty()), role, true);
        database.transaction(() -> {
            store.insert(added, clock.instant());
            log.append("operator.added", added.id().toString());
        });
        return added;
    }

    public Operator rename(OperatorId id, String name) {
        String fit = checked(name, Optional.of(id));
        return change(id, "operator.renamed", old -> new Operator(id, fit, old.role(), old.active()));
    }

    /// @throws AuditException `audit.last-administrator` if there is no other administrator
    public Operator changeRole(OperatorId id, Role role) {
        return change(id, "operator.role-changed", old -> new Operator(id, old.name(), role, old.active()));
    }

    /// Deactivates an operator, who can no longer sign in; the log still refers to them.
    ///
    /// @throws AuditException `audit.last-administrator` if there is no other administrator
    public Operator deactivate(OperatorId id) {
        return change(id, "operator.deactivated", old -> new Operator(id, old.name(), old.role(), false));
    }

    public Operator activate(OperatorId id) {
        return change(id, "operator.activated", old -> new Operator(id, old.name(), old.role(), true));
    }

    /// @throws AuditException `audit.unknown-operator` if the operator does not exist or is not active
    public synchronized Operator signIn(OperatorId id) {
        Operator operator = store.find(id)
                .filter(Operator::active)
                .orElseThrow(() -> new AuditException(new AuditFailure.UnknownOperator()));
        database.transaction(() -> {
            store.recordSignIn(id, clock.instant());
            log.append("operator.signed-in", id.toString());
        });
        session.setOperator(Optional.of(operator));
        return operator;
    }

    /// Signs in the active operator who signed in last.
    public Optional<Operator> signInLast() {
        return store.findLastSignedIn().map(operator -> signIn(operator.id()));
    }

    private synchronized Operator change(OperatorId id, String action, UnaryOperator<Operator> edit) {
        session.require(Permission.MANAGE_OPERATORS);
        Operator changed = database.inTransaction(() -> {
            Operator old = store.find(id).orElseThrow(() -> new AuditException(new AuditFailure.UnknownOperator()));
            Operator next = edit.apply(old);
            if (administrates(old) && !administrates(next) && administrators() == 1) {
                throw new AuditException(new AuditFailure.LastAdministrator());
            }
            store.update(next);
            log.append(action, id.toString());
            return next;
        });
        if (session.operator().filter(someone -> someone.id().equals(id)).isPresent()) {
            session.setOperator(Optional.of(changed).filter(Operator::active));
        }
        return changed;
    }

    private long administrators() {
        return store.all().stream().filter(Operators::administrates).count();
    }

    private static boolean administrates(Operator operator) {
        return operator.active() && operator.role() == Role.ADMINISTRATOR;
    }

    private String checked(String name, Optional<OperatorId> own) {
        String fit = name.strip();
        if (fit.isEmpty() || fit.length() > LONGEST_NAME) {
            throw new AuditException(new AuditFailure.NameMissing());
        }
        boolean taken = store.all().stream()
                .anyMatch(other -> other.name().equalsIgnoreCase(fit)
                        && own.filter(other.id()::equals).isEmpty());
        if (taken) {
            throw new AuditException(new AuditFailure.NameTaken());
        }
        return fit;
    }
}
