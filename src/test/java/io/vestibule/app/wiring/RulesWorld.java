package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.CompanyId;
import io.vestibule.base.FileTree;
import io.vestibule.local.vms.VmsFault;
import io.vestibule.local.vms.VmsFaultInjector;
import io.vestibule.people.Company;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.rules.RuleRecord;
import io.vestibule.store.StoreException;
import io.vestibule.vms.RemoteRuleId;
import io.vestibule.vms.RuleContent;
import io.vestibule.vms.VmsClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/// Two companies with a console, two VMSs, other hands on both, and a program that ends at any time.
abstract class RulesWorld extends RulesFixture {

    private static final CompanyId BETA = new CompanyId("beta-1");

    @TempDir
    Path elsewhere;

    /// A rule as the model knows it.
    static final class ModelRule {
        final RuleRecord record;
        final boolean home;
        final Optional<PersonKind> group;
        final Set<String> chosen = new HashSet<>();

        ModelRule(RuleRecord record, boolean home, Optional<PersonKind> group) {
            this.record = record;
            this.home = home;
            this.group = group;
            chosen.addAll(record.draft().people().userIds());
        }
    }

    /// The people and rules of one company.
    static final class Staff {
        final Map<String, PersonKind> present = new LinkedHashMap<>();
        final Set<String> findable = new HashSet<>();
        final Map<String, Person> persons = new HashMap<>();
        /// Ids of people whose retention period was over, and who are still chosen in rules.
        final List<String> expired = new ArrayList<>();
        final List<ModelRule> ours = new ArrayList<>();

        Set<String> wanted(ModelRule rule) {
            Set<String> wanted = new HashSet<>(rule.chosen);
            rule.group.ifPresent(kind -> present.forEach((id, its) -> {
                if (its == kind && findable.contains(id)) {
                    wanted.add(id);
                }
            }));
            return wanted;
        }

        /// Whether the rule can be sent: somebody is to be found, and everybody who was chosen.
        boolean isWhole(ModelRule rule) {
            return !wanted(rule).isEmpty() && findable.containsAll(rule.chosen);
        }
    }

    final Map<CompanyId, Staff> companies = new LinkedHashMap<>();
    final Map<RemoteRuleId, String> theirs = new HashMap<>();
    final List<RuleContent> late = new ArrayList<>();
    final StringBuilder story = new StringBuilder();
    Random random = new Random(0);
    /// Empty where the VMS at home is the embedded one, which ends with the program.
    Optional<SecondVms> first = Optional.empty();

    Optional<SecondVms> other = Optional.empty();
    boolean home = true;
    int names;

    void foundCompanies() {
        CompanyId acme = company();
        application
                .storage()
                .people()
                .companies()
                .insert(new Company(BETA, "Beta", Optional.empty(), false), List.of(), clock.instant());
        companies.put(acme, new Staff());
        companies.put(BETA, new Staff());
    }

    CompanyId company() {
        return application.storage().people().companies().active().orElseThrow().id();
    }

    /// Those of the company that the console is set to.
    Staff staff() {
        return Objects.requireNonNull(companies.get(company()));
    }

    void switchCompany() {
        CompanyId next = companies.keySet().stream()
                .filter(company -> !company.equals(company()))
                .findFirst()
                .orElseThrow();
        tell("activate " + next);
        application.storage().people().companies().activate(next);
    }

    void switchVms() {
        home = !home;
        tell(home ? "use home" : "use the other VMS");
        use();
    }

    final void use() {
        served().ifPresentOrElse(vms -> vms.use(application), () -> SecondVms.leave(application));
    }

    /// The VMS in use, unless it is the embedded one.
    private Optional<SecondVms> served() {
        return home ? first : other;
    }

    /// Whether the VMS in use goes on when the program is killed.
    boolean mayKill() {
        return served().isPresent();
    }

    void pass(Duration time) {
        tell("pass " + time);
        clock.move(time);
    }

    /// The computer's clock is wrong for a while, and is set right again.
    void wrongClock() {
        Duration wrong = Duration.ofDays(random.nextBoolean() ? 400 : -40);
        tell("clock wrong by " + wrong);
        clock.setWrong(wrong);
        application.storage().clockGuard().check();
        rules.drift().reconcile();
        clock.setWrong(Duration.ZERO);
        application.storage().clockGuard().check();
    }

    void restart() {
        tell("restart");
        application.close();
        open();
    }

    /// Kills the program while the VMS works on a request: what goes on is the data folder as it was at
    /// that moment.
    ///
    /// @param change sends one request with this method
    /// @param done whether the VMS performs it
    void killDuring(String method, boolean done, Runnable change) {
        VmsFaultInjector faults = faultsHere();
        faults.clear();
        CountDownLatch reached = new CountDownLatch(1);
        faults.hold(reached::countDown);
        faults.failNext(method, VmsFault.SLOW, done);
        Thread sending = Thread.ofVirtual().start(() -> {
            try {
                change.run();
            } catch (StoreException e) {
                tell("ended: " + e.problem().code());
            } finally {
                reached.countDown();
            }
        });
        try {
            assertThat(reached.await(60, TimeUnit.SECONDS)).isTrue();
            copy(folder, elsewhere.resolve("killed"));
            faults.release();
            sending.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        faults.clear();
        application.close();
        copy(elsewhere.resolve("killed"), folder);
        open();
        use();
    }

    /// Makes the second folder the same as the first.
    private static void copy(Path from, Path to) {
        try {
            FileTree.delete(to);
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.toList()) {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<ModelRule> here() {
        return staff().ours.stream().filter(rule -> rule.home == home).toList();
    }

    RuleRecord stored(RuleRecord rule) {
        return rules.rules().store().find(rule.id()).orElseThrow();
    }

    VmsFaultInjector faultsHere() {
        return served().map(vms -> vms.vms().faults()).orElseGet(this::faults);
    }

    /// Somebody else on the VMS in use.
    VmsClient hands() {
        faultsHere().clear();
        return served().<VmsClient>map(SecondVms::hands).orElseGet(this::vms);
    }

    <T> Optional<T> any(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    void tell(String what) {
        story.append("\n  ").append(what);
    }
}
