package io.vestibule.enrol.repair;

import static io.vestibule.fixture.GuardAssertions.assertNotAllowed;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Role;
import io.vestibule.base.PersonId;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.fixture.SamplePhotos;
import io.vestibule.people.change.PhotoProblem;
import io.vestibule.people.change.PhotoProblem.Remedy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Repairs of photos of a person on the watch list need the permission for the watch list.
class WatchListRepairTest {

    @TempDir
    Path folder;

    private EnrolFixture fixture;
    private PersonId bo;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
        var first = fixture.photos(0).getFirst();
        bo = fixture.watched("Bo", List.of(first, SamplePhotos.blank(first)));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private PhotoProblem problem() {
        var problems = fixture.enrol().repairs().problemsOf(bo);
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    @Test
    void theReceptionIsOfferedNoRepair() {
        assertThat(problem().remedies()).isNotEmpty();
        fixture.signIn(Role.RECEPTION);
        assertThat(problem().remedies()).isEmpty();
    }

    @Test
    void theReceptionPerformsNoRepair() {
        var problem = problem();
        assertThat(problem.remedies())
                .extracting(Remedy::repair)
                .contains(PhotoProblem.Repair.INDEX_AGAIN, PhotoProblem.Repair.REMOVE);
        for (var remedy : problem.remedies()) {
            assertNotAllowed(
                    fixture,
                    Role.RECEPTION,
                    Permission.ENROL_WATCH,
                    () -> fixture.enrol().repairs().repair(problem, remedy));
        }
    }
}
