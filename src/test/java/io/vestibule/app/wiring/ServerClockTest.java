package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.AuditEntry;
import io.vestibule.clock.GuardedClock;
import io.vestibule.cloud.aws.Aws;
import io.vestibule.fixture.MovableClock;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.local.vms.LocalVms;
import io.vestibule.local.vms.LocalVmsSettings;
import io.vestibule.vms.LicenceKey;
import io.vestibule.vms.VmsAddress;
import io.vestibule.vms.VmsConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An office that was closed for two weeks: the real clocks of servers confirm the date.
class ServerClockTest {

    private static final Duration CLOSED = Duration.ofDays(14);

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private final MovableClock computer = new MovableClock();

    private Application open() {
        return Application.open(folder, new GuardedClock(computer, computer), EngineSettings.DEFAULT);
    }

    private void lastUsedTwoWeeksAgo() {
        computer.set(CLOSED.negated());
        try (var application = open()) {
            application.storage().operators().addFirst("Alex");
        }
        computer.switchOff(CLOSED);
    }

    private static List<String> actions(Application application) {
        return application.storage().log().recent(10).stream()
                .map(AuditEntry::action)
                .toList();
    }

    private LocalVms vms() {
        return LocalVms.open(elsewhere, "key".toCharArray(), LocalVmsSettings.DEFAULT);
    }

    private static void connect(Application application, LocalVms vms) {
        application
                .vms()
                .connections()
                .write(new VmsConnection(
                        VmsAddress.parse(vms.address().toString()),
                        LicenceKey.of(vms.account().licenceKey())));
    }

    @Test
    void theVmsConfirmsByItselfAfterTheStart() throws Exception {
        lastUsedTwoWeeksAgo();
        try (var vms = vms();
                var application = open()) {
            connect(application, vms);
            var guard = application.storage().clockGuard();
            assertThat(guard.state().trusted()).isFalse();
            var changed = new CountDownLatch(1);
            guard.onChange(changed::countDown);
            application.startBackgroundWork();
            assertThat(changed.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(guard.state().trusted()).isTrue();
            assertThat(actions(application)).contains("clock.distrusted", "clock.confirmed-by-vms");
        }
    }

    @Test
    void awsConfirmsAlsoByRefusingTheCall() {
        lastUsedTwoWeeksAgo();
        var aws = Aws.open(elsewhere);
        AwsApplicationTest.choose(aws, folder, elsewhere);
        try (var application = open()) {
            var guard = application.storage().clockGuard();
            guard.ask(List.of(application.cloud().timeSource()));
            assertThat(guard.state().trusted()).isTrue();
            assertThat(actions(application)).contains("clock.confirmed-by-aws");
        } finally {
            aws.close();
        }
    }

    @Test
    void theEmbeddedServicesAreNoWitnesses() {
        lastUsedTwoWeeksAgo();
        try (var application = open()) {
            var guard = application.storage().clockGuard();
            guard.ask(
                    List.of(application.vms().timeSource(), application.cloud().timeSource()));
            assertThat(guard.state().trusted()).isFalse();
        }
    }

    @Test
    void theVmsContradictsAWrongDate() {
        lastUsedTwoWeeksAgo();
        computer.set(Duration.ofDays(730));
        try (var vms = vms();
                var application = open()) {
            connect(application, vms);
            var guard = application.storage().clockGuard();
            guard.ask(List.of(application.vms().timeSource()));
            assertThat(guard.state().trusted()).isFalse();
            assertThat(guard.state().contradiction().orElseThrow().server()).isEqualTo("vms");
        }
    }
}
