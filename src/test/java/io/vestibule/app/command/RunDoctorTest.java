package io.vestibule.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.app.Terminal;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.doctor.DiscrepancyKind;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.people.EnrolmentStatus.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The comparison from the command line, with its exit codes.
class RunDoctorTest {

    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();

    private int doctor(String... words) throws Arguments.UsageException {
        var all = new ArrayList<>(List.of("doctor", "--data", folder.toString()));
        all.addAll(List.of(words));
        return RunDoctor.run(Arguments.of(all), terminal);
    }

    @Test
    void theExitCodeSaysWhetherEverythingAgrees() throws Exception {
        try (var application = TestApplication.furnished(folder)) {
            var ana = application
                    .enrol()
                    .enrol()
                    .save(
                            TestApplication.visitor(application, "Ana"),
                            TestApplication.photos(application, 0),
                            new DuplicateDecision.NoDuplicate())
                    .person();
            TestApplication.await(application, ana, State.SEARCHABLE);
            assertThat(doctor()).isEqualTo(CommandFailure.IN_USE);
        }
        assertThat(doctor()).isEqualTo(RunDoctor.AGREE);
        try (var application = TestApplication.furnished(folder)) {
            var service = TestApplication.service(application);
            service.faces()
                    .userStatuses(TestApplication.COLLECTION)
                    .keySet()
                    .forEach(user -> service.faces().deleteUser(TestApplication.COLLECTION, user, "gone"));
            service.bucket().put("photos/ab/list.txt", new byte[] {1});
        }
        assertThat(doctor("--json")).isEqualTo(RunDoctor.DIFFER);
        assertThat(doctor("--fix")).as("a file that nobody knows stays").isEqualTo(RunDoctor.DIFFER);
        assertThat(doctor("--fix-also", "unknown-file")).isEqualTo(RunDoctor.AGREE);
    }

    @Test
    void onlyKnownKindsCanBeFixed() throws Exception {
        assertThat(Arguments.of(List.of("doctor", "--fix-also", "unknown-face"))
                        .doctor()
                        .also())
                .containsExactly(DiscrepancyKind.UNKNOWN_FACE);
        assertThatThrownBy(() -> Arguments.of(List.of("doctor", "--fix-also", "unknown-thing")))
                .isInstanceOf(Arguments.UsageException.class);
    }
}
