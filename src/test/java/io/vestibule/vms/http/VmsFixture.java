package io.vestibule.vms.http;

import io.vestibule.local.vms.Account;
import io.vestibule.local.vms.LocalVms;
import io.vestibule.local.vms.LocalVmsSettings;
import io.vestibule.vms.LicenceKey;
import io.vestibule.vms.Recipients;
import io.vestibule.vms.RuleContent;
import io.vestibule.vms.RuleMeta;
import io.vestibule.vms.VmsAddress;
import io.vestibule.vms.VmsConnection;
import io.vestibule.vms.VmsException;
import io.vestibule.vms.VmsFailure;
import io.vestibule.vms.WeekSchedule;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// A real embedded VMS on a real port, and clients of it.
final class VmsFixture implements AutoCloseable {

    static final RuleContent RULE = RuleContent.knownPeople(
            "Guests at the entrance",
            List.of(849L, 850L),
            List.of("motion"),
            new RuleMeta.KnownPeople("Acme_1", List.of("user-a", "user-b")),
            new Recipients(List.of(), List.of("desk@example.com"), List.of("+14165550100")),
            WeekSchedule.ALWAYS);

    /// Short enough for tests of timeouts; every other response arrives well within it.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    final LocalVms vms;
    final HttpVmsClient client;

    VmsFixture(Path folder, int mostPerPage) {
        vms = LocalVms.open(
                folder, "key".toCharArray(), new LocalVmsSettings(true, mostPerPage, InstantSource.system()));
        client = client(Timeouts.DEFAULT);
    }

    HttpVmsClient client(Timeouts timeouts) {
        return client(vms.account(), timeouts);
    }

    HttpVmsClient impatient() {
        return client(new Timeouts(PATIENCE, PATIENCE));
    }

    HttpVmsClient client(Account account, Timeouts timeouts) {
        return new HttpVmsClient(
                new VmsConnection(VmsAddress.parse(vms.address().toString()), LicenceKey.of(account.licenceKey())),
                timeouts,
                InstantSource.system());
    }

    static VmsFailure failure(ThrowingCallable call) {
        return Assertions.catchThrowableOfType(VmsException.class, call).failure();
    }

    @Override
    public void close() {
        client.close();
        vms.close();
    }
}
