package io.vestibule.app.wiring;

import io.vestibule.local.vms.VmsFault;
import io.vestibule.people.Person;
import io.vestibule.people.change.Undo;
import io.vestibule.vms.RuleMeta;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// A separate program that removes a person whom rules contain. While the rule cascade runs, the VMS stops answering;
/// the program prints that, and then does nothing more until it is killed.
public final class Follower extends RulesFixture {

    static final String HANGS = "The VMS hangs";
    static final List<String> RULES = List.of("First", "Second", "Third");
    static final String ELSEWHERE = "Elsewhere";
    static final String LEAVER = "Leaver";
    static final String ANCHOR = "Anchor";
    static final String STAYER = "Stayer";

    private Follower() {}

    /// @param arguments folder, how many rules the VMS changes before it hangs, whether it completes the call that it
    ///     hangs at, whether the person is merged instead of removed
    public static void main(String[] arguments) throws Exception {
        var program = new Follower();
        program.folder = Path.of(arguments[0]);
        program.open();
        try (var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            program.follow(
                    Integer.parseInt(arguments[1]),
                    Boolean.parseBoolean(arguments[2]),
                    Boolean.parseBoolean(arguments[3]));
            out.println(HANGS);
            out.println("until it is killed");
            new CountDownLatch(1).await();
        } finally {
            program.close();
        }
    }

    private void follow(int changed, boolean done, boolean merged) {
        Person leaver = active(LEAVER);
        Person anchor = active(ANCHOR);
        Person stayer = active(STAYER);
        var both = draft(leaver).withPeople(draft(leaver).people().with(id(anchor)));
        for (String name : RULES) {
            rules.send().send(rules.flow().duplicate(both, name).id());
        }
        rules.flow().duplicate(both, "Draft");
        vms().create(
                        sentContent(ELSEWHERE)
                                .withMeta(
                                        new RuleMeta.KnownPeople(TestApplication.COLLECTION, List.of(id(leaver), "x"))),
                        vms().ruleIds());
        application.vms().embedded().faults().failAfter(changed, "PUT", VmsFault.SLOW, done);

        rules.cascade()
                .changeWithCascade(
                        leaver.id(),
                        merged ? Optional.of(stayer.id()) : Optional.empty(),
                        () -> merged
                                ? application.enrol().commands().merge(leaver.id(), stayer.id())
                                : application.enrol().commands().remove(leaver.id()));
        clock.move(Undo.WINDOW.plus(Duration.ofSeconds(1)));
        application.enrol().runner().wake();
        long wanted = RULES.size() + 1L - changed - (done ? 1 : 0);
        while (naming(leaver) > wanted) {
            Thread.onSpinWait(); // each poll is a call over HTTP
        }
    }

    private long naming(Person person) {
        return vms().rules().stream()
                .flatMap(rule -> rule.knownPeople().stream())
                .filter(people -> people.userIds().contains(id(person)))
                .count();
    }

    static String id(Person person) {
        return person.externalId();
    }
}
