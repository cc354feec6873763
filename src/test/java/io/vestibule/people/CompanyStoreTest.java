package io.vestibule.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.base.CompanyId;
import io.vestibule.base.SiteId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Rows of companies, their sites and their collections.
class CompanyStoreTest extends PeopleFixture {

    private CompanyStore companies() {
        return peopleStores.companies();
    }

    private Site site(Site old) {
        return companies().sites(old.company()).stream()
                .filter(site -> site.id().equals(old.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void companiesAreByNameAndOneIsActive() {
        companies().rename(ACME, "Zeta");
        assertThat(companies().all()).extracting(Company::name).containsExactly("Other", "Zeta");
        assertThat(companies().active().orElseThrow().id()).isEqualTo(ACME);
        assertThat(companies().all().getFirst().externalFaceCollectionId()).isEmpty();
    }

    @Test
    void sitesAreInTheOrderOfTheAlphabetWithoutRegardToCaseAndMarks() {
        for (var name : List.of("Zufahrt", "Ärztehaus", "empfang", "Bau 2")) {
            companies().insert(new Site(SiteId.mint(), OTHER, name));
        }
        assertThat(companies().sites(OTHER))
                .extracting(Site::name)
                .containsExactly("Ärztehaus", "Bau 2", "empfang", "Zufahrt");
    }

    @Test
    void anIdOfACompanyIsUsedOnce() {
        assertThatThrownBy(() -> companies().insert(new Company(ACME, "Twin", Optional.empty(), false), NOW))
                .hasMessageContaining("23505");
    }

    @Test
    void twoCompaniesDoNotShareACollection() {
        companies().setCollection(ACME, "one");
        assertThatThrownBy(() -> companies().setCollection(OTHER, "one")).hasMessageContaining("23505");
        companies().setCollection(new CompanyId("nobody"), "two");
        assertThat(companies().all())
                .extracting(company -> company.externalFaceCollectionId().orElse("none"))
                .containsExactly("one", "none");
    }

    @Test
    void sitesAreThoseOfTheCompanyByName() {
        var yard = new Site(SiteId.mint(), ACME, "Back yard", Optional.of("site:7"));
        companies().insert(yard);
        companies().insert(new Site(SiteId.mint(), OTHER, "Gate"));
        assertThat(companies().sites(ACME)).containsExactly(yard, gate, lobby);
        assertThat(companies().sites(OTHER)).hasSize(1);
        assertThat(companies().sites(new CompanyId("nobody"))).isEmpty();
    }

    @Test
    void aNameOfASiteIsUsedOnceInACompany() {
        assertThatThrownBy(() -> companies().insert(new Site(SiteId.mint(), ACME, "Gate")))
                .hasMessageContaining("23505");
        assertThatThrownBy(() -> companies().rename(lobby.id(), "Gate")).hasMessageContaining("23505");
        companies().rename(lobby.id(), "Foyer");
        assertThat(site(lobby).name()).isEqualTo("Foyer");
        assertThat(site(gate).name()).isEqualTo("Gate");
    }

    @Test
    void aSiteIsLinkedToOneGroupOrToNone() {
        companies().link(gate.id(), Optional.of("site:1"));
        companies().link(gate.id(), Optional.of("site:2"));
        assertThat(site(gate).vmsSiteId()).contains("site:2");
        assertThat(site(lobby).vmsSiteId()).isEmpty();
        companies().link(gate.id(), Optional.empty());
        assertThat(site(gate).vmsSiteId()).isEmpty();
    }

    @Test
    void unlinkingTakesTheLinksOfAllCompanies() {
        var theirs = new Site(SiteId.mint(), OTHER, "Dock", Optional.of("site:3"));
        companies().insert(theirs);
        companies().link(gate.id(), Optional.of("site:1"));
        companies().unlinkSites();
        assertThat(site(gate).vmsSiteId()).isEmpty();
        assertThat(site(theirs).vmsSiteId()).isEmpty();
    }

    @Test
    void aSiteIsRemovedOnlyIfNobodyIsAtIt() {
        var ana = save("Ana", gate);
        assertThat(companies().removeUnused(gate.id())).isFalse();
        assertThat(companies().removeUnused(SiteId.mint())).as("unknown").isFalse();
        hide(ana);
        assertThat(companies().removeUnused(gate.id()))
                .as("somebody who may come back")
                .isFalse();
        peopleStores.persons().delete(ana.id());
        assertThat(companies().removeUnused(gate.id())).isTrue();
        assertThat(companies().sites(ACME)).containsExactly(lobby);
    }

    @Test
    void aCollectionIsThatOfOneServiceProfileAndRegion() {
        var made = collection("embedded-1");
        assertThat(companies().collection(ACME, "embedded-1", "embedded", "local"))
                .contains(made);
        assertThat(companies().collection(OTHER, "embedded-1", "embedded", "local"))
                .isEmpty();
        assertThat(companies().collection(ACME, "aws-7", "embedded", "local")).isEmpty();
        assertThat(companies().collection(ACME, "embedded-1", "default", "local"))
                .isEmpty();
        assertThat(companies().collection(ACME, "embedded-1", "embedded", "eu-west-1"))
                .isEmpty();
        assertThatThrownBy(() -> companies()
                        .insert(new CollectionRef(
                                UUID.randomUUID(), ACME, "second", "embedded-1", "embedded", "local", "1")))
                .hasMessageContaining("23505");
    }
}
