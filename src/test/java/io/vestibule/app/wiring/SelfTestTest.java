package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.audit.AuditException;
import io.vestibule.audit.Role;
import io.vestibule.base.ProgressListener;
import io.vestibule.doctor.DoctorException;
import io.vestibule.doctor.DoctorKeys;
import io.vestibule.doctor.SelfTestStep;
import io.vestibule.journal.JobRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The gallery self-test on real photos, somebody being enrolled twice.
class SelfTestTest {

    @TempDir
    private Path folder;

    private DoctorFixture fixture;

    @BeforeEach
    void open() {
        fixture = new DoctorFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private List<JobRecord> lines() {
        return fixture.application().storage().journal().ended(Optional.empty(), 50).stream()
                .filter(job -> job.steps().stream().anyMatch(SelfTestStep.REPORT::is))
                .toList();
    }

    @Test
    void somebodyWhoWasEnrolledTwiceIsTheClosestPair() {
        var flow = fixture.application().doctor().selfTest();
        var other = TestApplication.freshPhotos(fixture.application(), 2, 1);
        var ana = fixture.enrol("Ana", 0);
        assertThatThrownBy(() -> flow.run(ProgressListener.NONE))
                .isInstanceOf(DoctorException.class)
                .hasMessageContaining("doctor.nobody-to-test");
        var bob = fixture.enrol("Bob", 1);
        var again = fixture.enrol("Ana again", other);
        assertThatThrownBy(() -> flow.run((_, _) -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(flow.latest()).isEmpty();
        assertThat(flow.plan().orElseThrow().price()).isZero();
        var report = flow.run(ProgressListener.NONE);

        assertThat(report.people()).isEqualTo(3);
        assertThat(report.faces()).isEqualTo(fixture.stored().size());
        assertThat(report.closest().getFirst().similarity()).isGreaterThan(99);
        assertThat(List.of(
                        report.closest().getFirst().firstPerson().orElseThrow(),
                        report.closest().getFirst().secondPerson().orElseThrow()))
                .containsExactlyInAnyOrder(ana, again);
        assertThat(report.mistaken(report.threshold()))
                .isEqualTo((long) fixture.photos(ana).size()
                        + fixture.photos(again).size());
        assertThat(report.missed(report.threshold())).isZero();
        assertThat(report.tried()).isEqualTo(report.faces());
        assertThat(report.scores().others().total())
                .as("of faces of other people than Bob")
                .isGreaterThanOrEqualTo(report.mistaken(report.threshold()));
        assertThat(fixture.photos(bob)).isNotEmpty();

        // What is stored is the same, and has one line in Activity.
        assertThat(flow.latest().orElseThrow().closest()).isEqualTo(report.closest());
        assertThat(flow.latest().orElseThrow().missed(99)).isEqualTo(report.missed(99));
        TestApplication.await(fixture.application(), () -> lines().size() == 1);

        var operators = fixture.application().storage().operators();
        operators.signIn(operators.add("Robin", Role.RECEPTION).id());
        assertThatThrownBy(() -> flow.run(ProgressListener.NONE)).isInstanceOf(AuditException.class);
    }

    @Test
    void itRunsEveryMonthWhereThatIsSwitchedOn() {
        fixture.enrol("Ana", 0);
        fixture.enrol("Bob", 1);
        var doctor = fixture.application().doctor();
        assertThat(doctor.monthlySelfTest().runIfDue()).isFalse();
        fixture.application().setup().settings().set(DoctorKeys.MONTHLY_TEST, true);
        assertThat(doctor.monthlySelfTest().runIfDue()).isTrue();
        assertThat(doctor.monthlySelfTest().runIfDue()).isFalse();
        fixture.clock.pass(Duration.ofDays(31));
        assertThat(doctor.monthlySelfTest().runIfDue()).isTrue();
        // A program that closes ends it, and nothing half-measured is stored.
        var before = doctor.selfTest().latest().orElseThrow().run().id();
        fixture.clock.pass(Duration.ofDays(31));
        doctor.close();
        assertThat(doctor.monthlySelfTest().runIfDue()).isFalse();
        assertThat(doctor.selfTest().latest().orElseThrow().run().id()).isEqualTo(before);
    }
}
