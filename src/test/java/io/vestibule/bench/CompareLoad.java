package io.vestibule.bench;

import io.vestibule.app.wiring.TestApplication;
import io.vestibule.base.PhotoId;
import io.vestibule.cloud.FaceCollection;
import io.vestibule.cloud.PhotoBucket;
import io.vestibule.doctor.CompareFlow;
import io.vestibule.doctor.DoctorContext;
import io.vestibule.doctor.RuleComparison;
import io.vestibule.people.CollectionScanStore;
import io.vestibule.people.PhotoRecord;
import io.vestibule.rules.RuleStore;
import io.vestibule.rules.who.MemberResolver;
import io.vestibule.store.AllCompanies;
import io.vestibule.store.Database;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// Compares the records of `-Dvestibule.bench.faces` faces (1,000,000 if not given; four of each person) with a
/// collection that lists them in an order of its own, and with a bucket. Prints the time, and by how much the live
/// memory rose. The lists come from memory: the figure is that of the comparison, not of a service.
public final class CompareLoad {

    private static final int FACES = Integer.getInteger("vestibule.bench.faces", 1_000_000);
    private static final int FACES_A_PERSON = 4;
    private static final int PAGE = 4_096;
    private static final double MEGABYTE = 1 << 20;

    private CompareLoad() {}

    public static void main(String[] args) throws IOException {
        var folder = Files.createTempDirectory("compare");
        try (var application = TestApplication.furnished(folder)) {
            var storage = application.storage();
            var collection = application
                    .enrol()
                    .collections()
                    .getOrCreate(storage.people().companies().active().orElseThrow());
            fill(storage.database(), collection.id());
            var context = new DoctorContext(
                    storage.database(),
                    storage.peopleOfAll(),
                    new CollectionScanStore(AllCompanies.of(storage.database())),
                    storage.journalOfAll(),
                    storage.session(),
                    storage.log(),
                    storage.clock());
            var compare = new CompareFlow(
                    context,
                    () -> new CompareFlow.Services(faces(), bucket()),
                    () -> Optional.of(collection),
                    new RuleComparison(
                            new RuleStore(AllCompanies.of(storage.database())),
                            new MemberResolver(storage.peopleOfAll())),
                    _ -> {});
            report(compare);
        }
    }

    private static void report(CompareFlow compare) {
        System.gc();
        long idle = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        var peak = new long[] {idle};
        long begin = System.nanoTime();
        var run = compare.run((_, _) -> peak[0] = Math.max(peak[0], live()));
        double seconds = (System.nanoTime() - begin) / 1e9;
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)
                .printf(
                        Locale.ROOT,
                        "%,d faces, %,d users and %,d files compared: %.1f s, %.0f MB above %.0f MB at rest%n",
                        run.faces(),
                        run.users(),
                        run.files(),
                        seconds,
                        (peak[0] - idle) / MEGABYTE,
                        idle / MEGABYTE);
    }

    /// What the last collection of garbage left.
    private static long live() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }

    private static void fill(Database database, UUID collection) {
        database.transaction(() -> database.with(handle -> {
            handle.execute(
                    "insert into person (id, company_id, external_id, kind, name, search_key, email, phone, host,"
                            + " note, sample, created_at, version) select " + id("100") + ", 'acme-1', " + id("200")
                            + ", 'VISITOR', 'x', 'x', '', '', '', '', false, current_timestamp - interval '1' day, 0"
                            + " from system_range(0, " + (FACES / FACES_A_PERSON - 1) + ") as r(x)");
            handle.execute("insert into photo (id, company_id, person_id, sha256, width, height, place, flagged,"
                    + " created_at) select cast(hash('MD5', stringtoutf8('p' || x)) as uuid), 'acme-1', "
                    + id("100").replace("x,", "x / " + FACES_A_PERSON + ",")
                    + ", x, 600, 800, 0, false, current_timestamp from system_range(0, " + (FACES - 1) + ") as r(x)");
            handle.execute(
                    "insert into indexed_face (photo_id, collection_id, face_id, image_id, state, reasons,"
                            + " model_version, changed_at) select cast(hash('MD5', stringtoutf8('p' || x)) as uuid), ?,"
                            + " cast(cast(hash('MD5', stringtoutf8('f' || x)) as uuid) as varchar), x, 'ASSOCIATED', '',"
                            + " '1', current_timestamp from system_range(0, " + (FACES - 1) + ") as r(x)",
                    collection);
            return handle.execute(
                    "insert into collection_user (person_id, collection_id, user_id, status, changed_at)"
                            + " select " + id("100") + ", ?, cast(" + id("200") + " as varchar), 'ACTIVE',"
                            + " current_timestamp - interval '1' day from system_range(0, "
                            + (FACES / FACES_A_PERSON - 1) + ") as r(x)",
                    collection);
        }));
    }

    private static String id(String prefix) {
        return "cast('00000" + prefix + "-0000-4000-8000-' || lpad(x, 12, '0') as uuid)";
    }

    private static String user(int face) {
        return String.format(Locale.ROOT, "00000200-0000-4000-8000-%012d", face / FACES_A_PERSON);
    }

    private static UUID hashed(String text) {
        try {
            var bytes = ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FaceCollection.StoredFace face(int number) {
        return new FaceCollection.StoredFace(
                hashed("f" + number).toString(),
                Integer.toString(number),
                hashed("p" + number).toString(),
                Optional.of(user(number)),
                "1");
    }

    @SuppressWarnings("unchecked")
    private static FaceCollection faces() {
        return (FaceCollection) Proxy.newProxyInstance(
                CompareLoad.class.getClassLoader(),
                new Class<?>[] {FaceCollection.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "describe" ->
                        Optional.of(new FaceCollection.CollectionInfo(
                                TestApplication.COLLECTION, FACES, FACES / FACES_A_PERSON, "1"));
                    case "readFaces" -> {
                        pages((Consumer<List<FaceCollection.StoredFace>>) arguments[1]);
                        yield null;
                    }
                    case "readUsers" -> {
                        for (int face = 0; face < FACES; face += FACES_A_PERSON) {
                            ((Consumer<Map<String, String>>) arguments[1]).accept(Map.of(user(face), "ACTIVE"));
                        }
                        yield null;
                    }
                    case "findFaces" -> List.of();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static void pages(Consumer<List<FaceCollection.StoredFace>> consumer) {
        for (int from = 0; from < FACES; from += PAGE) {
            var page = new ArrayList<FaceCollection.StoredFace>();
            for (int number = from; number < Math.min(FACES, from + PAGE); number++) {
                page.add(face(number));
            }
            consumer.accept(page);
        }
    }

    private static PhotoBucket bucket() {
        return (PhotoBucket) Proxy.newProxyInstance(
                CompareLoad.class.getClassLoader(), new Class<?>[] {PhotoBucket.class}, (_, _, arguments) -> {
                    @SuppressWarnings("unchecked")
                    var keys = (Consumer<String>) arguments[1];
                    for (int number = 0; number < FACES; number++) {
                        keys.accept(PhotoRecord.key(new PhotoId(hashed("p" + number))));
                    }
                    return null;
                });
    }
}
