package io.vestibule.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.base.OperatorId;
import io.vestibule.base.PersonId;
import io.vestibule.fixture.RowDamage;
import io.vestibule.store.DamagedRowException;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Rows that something else changed: a problem of that row, and the others are used as before.
class DamagedPeopleTest extends PeopleFixture {

    private PersonStore persons() {
        return peopleStores.persons();
    }

    private PhotoStore photos() {
        return peopleStores.photos();
    }

    private static void assertDamaged(ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOf(DamagedRowException.class);
    }

    private void damage(Person person) {
        assertThat(RowDamage.execute(
                        database,
                        "person",
                        "update person set email = 'eve@b.example' where id = ?",
                        person.id().value()))
                .isEqualTo(1);
    }

    @Test
    void aDamagedPersonIsLeftOutOfEachListAndRefusedByEachQueryForOne() {
        var ana = save("Ana");
        var ben = save("Ben");
        damage(ana);
        assertDamaged(() -> persons().find(ana.id()));
        assertDamaged(() -> persons().findByExternalId(ana.externalId()));
        assertThat(persons().find(ben.id())).contains(ben);
        assertThat(persons().findAll(ACME, Optional.empty(), Optional.empty())).containsExactly(ben);
        assertThat(persons().search(ACME, "", 10)).containsExactly(ben);
        assertThat(persons()
                        .page(PersonQuery.named(ACME, ""), Optional.empty(), 10)
                        .rows())
                .extracting(PersonPage.Row::person)
                .containsExactly(ben.id());
        assertThat(database.rows().damaged()).containsEntry("person", 1);
    }

    @Test
    void aDamagedPersonCanBeHiddenAndStaysDamaged() {
        var ana = save("Ana");
        damage(ana);
        persons().setRemoved(ana.id(), Optional.of(NOW));
        assertDamaged(() -> persons().find(ana.id()));
        persons().delete(ana.id());
        assertThat(persons().find(ana.id())).isEmpty();
    }

    @Test
    void aLegalBasisThatWasChangedDoesNotCountAndIsNotPassedOver() {
        var ana = save("Ana");
        peopleStores.bases().add(ana.id(), new LegalBasis.Declined("1", "en", NOW, OperatorId.mint()));
        RowDamage.execute(database, "legal_basis", "update legal_basis set kind = 'CONSENT', method = 'PAPER'");
        assertDamaged(() -> peopleStores.bases().newest(ana.id()));
        assertDamaged(() -> peopleStores.bases().inForce(ana.id(), PersonKind.VISITOR));
    }

    /// Erasing takes the second list.
    @Test
    void aPhotoThatWasGivenToAnotherPersonIsNeitherShownNorErasedWithThem() {
        var ana = save("Ana");
        var ben = save("Ben");
        var first = photo(ana, 0);
        var second = photo(ben, 0);
        RowDamage.execute(
                database,
                "photo",
                "update photo set person_id = ? where id = ?",
                ben.id().value(),
                first.id().value());
        assertThat(photos().findByPerson(ben.id())).containsExactly(second);
        assertDamaged(() -> photos().findByPersonWithRemoved(ben.id()));
        assertDamaged(() -> photos().find(first.id()));
    }

    @Test
    void bytesThatWereChangedOrComeFromAnotherRowAreNotUsed() {
        var ana = save("Ana");
        var one = photo(ana, 0);
        var two = photo(ana, 1);
        swap("thumbnail", "bytes", "photo_id", one, two);
        assertThat(photos().thumbnail(one.id())).isEmpty();
        assertThat(photos().thumbnails(java.util.List.of(one.id(), two.id()))).isEmpty();
        swap("photo_outbox", "bytes", "photo_id", one, two);
        assertDamaged(() -> photos().pendingUpload(one.id()));
        peopleStores.vectors().save(one.id(), "engine", new float[] {1, 2});
        peopleStores.vectors().save(two.id(), "engine", new float[] {3, 4});
        assertThat(peopleStores.vectors().findByPerson(ana.id(), "engine")).hasSize(2);
        swap("photo_vector", "vector", "photo_id", one, two);
        assertThat(peopleStores.vectors().findByPerson(ana.id(), "engine")).isEmpty();
    }

    private void swap(String table, String column, String key, PhotoRecord one, PhotoRecord two) {
        byte[] first = bytes(table, column, key, one);
        byte[] second = bytes(table, column, key, two);
        var update = "update " + table + " set " + column + " = ? where " + key + " = ?";
        database.with(handle -> handle.execute(update, second, one.id().value()));
        database.with(handle -> handle.execute(update, first, two.id().value()));
    }

    private byte[] bytes(String table, String column, String key, PhotoRecord photo) {
        return database.with(
                handle -> handle.createQuery("select " + column + " from " + table + " where " + key + " = ?")
                        .bind(0, photo.id().value())
                        .map((rows, _) -> rows.getBytes(1))
                        .one());
    }

    @Test
    void theCheckInTheBackgroundMeetsEveryRow() {
        for (int i = 0; i < 3; i++) {
            photo(save("Person " + i), 0);
        }
        RowDamage.execute(database, "person", "update person set name = 'Eve' where name = 'Person 2'");
        RowDamage.execute(database, "photo", "update photo set width = width + 1");
        database.rows().verify(database);
        assertThat(database.rows().damaged()).containsEntry("person", 1).containsEntry("photo", 3);
        assertThat(persons().find(PersonId.mint())).isEmpty();
    }
}
