package io.vestibule.bench;

import io.vestibule.base.CompanyId;
import io.vestibule.base.FileTree;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.people.Company;
import io.vestibule.people.Contact;
import io.vestibule.people.PeopleStores;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.PhotoRecord;
import io.vestibule.store.AllCompanies;
import io.vestibule.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/// Size of the database file for 1,000 people with three photos each: while the photos are saved and uploaded
/// one by one, when it is closed, and when it is closed after half of the people were erased.
public final class DatabaseSize {

    private static final int PEOPLE = Integer.getInteger("vestibule.bench.sized", 1_000);
    private static final int PHOTO = 80_000;
    private static final int THUMBNAIL = 6_000;
    private static final int VECTOR = 128;
    private static final double MB = 1e6;
    /// As in the program.
    private static final long COMPACTED_EVERY = Duration.ofSeconds(10).toNanos();

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private DatabaseSize() {}

    public static void main(String[] args) throws Exception {
        var folder = Files.createTempDirectory("vestibule-size");
        try {
            measure(folder);
        } finally {
            FileTree.delete(folder);
        }
    }

    private static void measure(Path folder) throws Exception {
        var file = folder.resolve("records.mv.db");
        var people = new PersonId[PEOPLE];
        try (var database = open(folder)) {
            var stores = PeopleStores.create(AllCompanies.of(database), () -> NOW);
            var company = new Company(new CompanyId("acme-1"), "Acme", Optional.empty(), true);
            stores.companies().insert(company, NOW);
            long compacted = System.nanoTime();
            for (int i = 0; i < PEOPLE; i++) {
                people[i] = enrol(database, stores, company.id(), i);
                if (System.nanoTime() - compacted > COMPACTED_EVERY) {
                    database.compact(Duration.ofMillis(500));
                    compacted = System.nanoTime();
                }
            }
            print("1,000 people, three photos each: MB while saving", Files.size(file));
        }
        print("1,000 people, three photos each: MB when closed", Files.size(file));
        try (var database = open(folder)) {
            var stores = PeopleStores.create(AllCompanies.of(database), () -> NOW);
            for (int i = 0; i < PEOPLE; i += 2) {
                stores.persons().delete(people[i]);
            }
        }
        print("after half of them were erased: MB when closed", Files.size(file));
    }

    private static Database open(Path folder) {
        return Database.open(folder.resolve("records"), "bench".toCharArray(), "db/common");
    }

    private static PersonId enrol(Database database, PeopleStores stores, CompanyId company, int number) {
        var random = new Random(number);
        var person = new Person(
                PersonId.mint(),
                company,
                UUID.randomUUID(),
                PersonKind.VISITOR,
                "Person " + number,
                new Contact("a@b.example", "+49 1", "Ms Host"),
                Set.of(),
                "",
                Optional.empty(),
                NOW,
                Optional.empty(),
                false);
        database.transaction(() -> stores.persons().insert(person));
        for (int i = 0; i < 3; i++) {
            var id = PhotoId.mint();
            int place = i;
            database.transaction(() -> stores.photos()
                    .insert(
                            new PhotoRecord(id, company, person.id(), id.toString(), 640, 480, place, false, NOW),
                            bytes(random, PHOTO),
                            bytes(random, THUMBNAIL)));
            database.transaction(() -> stores.vectors().save(id, "engine", new float[VECTOR]));
            database.transaction(() -> stores.photos().markUploaded(id));
        }
        return person.id();
    }

    private static byte[] bytes(Random random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void print(String name, long bytes) {
        System.out.printf(Locale.ROOT, "%-52s %12.1f%n", name, bytes / MB * 1_000 / PEOPLE);
    }
}
