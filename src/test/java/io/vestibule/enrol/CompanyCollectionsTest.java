package io.vestibule.enrol;

import static io.vestibule.fixture.GuardAssertions.assertNothingChanges;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.base.CompanyId;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.fixture.Call;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.fixture.SecondService;
import io.vestibule.people.Company;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The face collection of each company, made once in each service.
class CompanyCollectionsTest {

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private EnrolFixture fixture;
    private Company beta;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
        fixture.people()
                .companies()
                .insert(
                        new Company(new CompanyId("beta-1"), "Beta & Sons", Optional.empty(), false),
                        fixture.clock.instant());
        beta = beta();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Company beta() {
        return fixture.people().companies().all().stream()
                .filter(company -> company.id().value().equals("beta-1"))
                .findFirst()
                .orElseThrow();
    }

    private CompanyCollections collections() {
        return fixture.collections();
    }

    @Test
    void aCollectionIsMadeAtTheServiceAndNamedOnceAndForAll() {
        var made = collections().getOrCreate(beta);
        assertThat(made.externalId()).isEqualTo("Beta_Sons_beta-1");
        assertThat(beta().externalFaceCollectionId()).contains("Beta_Sons_beta-1");
        assertThat(collections().describe(made)).isPresent();
        fixture.people().companies().rename(beta.id(), "Gamma");
        assertThat(collections().getOrCreate(beta())).isEqualTo(made);
    }

    @Test
    void aCollectionThatIsThereIsNotAskedFor() {
        var made = collections().getOrCreate(beta);
        fixture.script.forget();
        assertNothingChanges(
                fixture, () -> assertThat(collections().getOrCreate(beta())).isEqualTo(made));
        assertThat(fixture.script.made()).isEmpty();
    }

    @Test
    void whatIsNotThereYetIsNotMadeByAskingWhetherItIs() {
        assertThat(collections().findExisting(beta.id())).isEmpty();
        assertThat(fixture.script.made()).isEmpty();
        var made = collections().getOrCreate(beta);
        assertThat(collections().findExisting(beta.id())).contains(made);
    }

    @Test
    void aCollectionThatCannotBeMadeNowLeavesNoRecord() {
        fixture.script.fail(Call.CREATE_COLLECTION, new CloudFailure.Offline());
        assertNothingChanges(
                fixture,
                () -> assertThatThrownBy(() -> collections().getOrCreate(beta)).isInstanceOf(CloudException.class));
    }

    @Test
    void aLostAnswerIsNoObstacleToTheNextAttempt() {
        fixture.script.loseAnswer(Call.CREATE_COLLECTION);
        assertThatThrownBy(() -> collections().getOrCreate(beta)).isInstanceOf(CloudException.class);
        assertThat(collections().getOrCreate(beta()).externalId()).isEqualTo("Beta_Sons_beta-1");
    }

    @Test
    void anotherServiceHasACollectionOfItsOwnUnderTheSameName() {
        var here = collections().getOrCreate(beta);
        try (var second = SecondService.open(elsewhere)) {
            fixture.use(second.service());
            var there = collections().getOrCreate(beta());
            assertThat(there.id()).isNotEqualTo(here.id());
            assertThat(there.externalId()).isEqualTo(here.externalId());
            assertThat(there.profile()).isEqualTo("second");
        }
        fixture.useEmbedded();
        assertThat(collections().getOrCreate(beta())).isEqualTo(here);
    }

    @Test
    void aCollectionThatOthersDeletedIsNotThereAnyMoreAndNotMadeAgain() {
        var made = collections().getOrCreate(beta);
        fixture.script.answer(Call.DESCRIBE, Optional.empty());
        assertThat(collections().describe(made)).isEmpty();
        assertThat(collections().getOrCreate(beta())).isEqualTo(made);
    }

    @Test
    void everyCompanyGetsOne() {
        collections().ensureAll();
        assertThat(collections().findExisting(beta.id())).isPresent();
        assertThat(collections().findExisting(fixture.company().id())).isPresent();
    }

    @Test
    void everyOtherCompanyGetsOneWhenTheServiceRefusesOne() {
        var gamma = new Company(new CompanyId("gamma-1"), "Gamma", Optional.empty(), false);
        fixture.people().companies().insert(gamma, fixture.clock.instant());
        fixture.script.fail(Call.CREATE_COLLECTION, new CloudFailure.Throttled("CreateCollection"));
        assertThatThrownBy(() -> collections().ensureAll()).isInstanceOf(CloudException.class);
        assertThat(List.of(beta.id(), gamma.id()).stream()
                        .filter(company -> collections().findExisting(company).isPresent()))
                .hasSize(1);
    }

    @Test
    void aCompanyThatIsNotThereHasNone() {
        assertThatThrownBy(() -> collections().getOrCreateById(new CompanyId("nobody-1")))
                .isInstanceOf(IllegalStateException.class);
    }
}
