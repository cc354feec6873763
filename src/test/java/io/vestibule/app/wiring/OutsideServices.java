package io.vestibule.app.wiring;

import io.vestibule.cloud.aws.Aws;
import io.vestibule.local.vms.LocalVms;
import io.vestibule.local.vms.LocalVmsSettings;
import io.vestibule.local.vms.VmsFault;
import io.vestibule.local.wire.RekognitionFault;
import io.vestibule.vms.LicenceKey;
import io.vestibule.vms.VmsAddress;
import io.vestibule.vms.VmsConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// Face service, bucket and VMS on sockets of this process: they go on when the program that uses them is
/// killed, and lose answers to what they have done.
final class OutsideServices implements AutoCloseable {

    private static final List<String> OPERATIONS = List.of(
            "IndexFaces",
            "CreateUser",
            "AssociateFaces",
            "DisassociateFaces",
            "DeleteFaces",
            "DeleteUser",
            "ListUsers");

    private static final List<RekognitionFault> FAULTS = List.of(
            new RekognitionFault.DroppedAfterCommit(),
            new RekognitionFault.HalfAnswer(),
            new RekognitionFault.Dropped(),
            RekognitionFault.INTERNAL,
            RekognitionFault.THROTTLED);

    private static final List<VmsFault> VMS_FAULTS = List.of(VmsFault.RESET, VmsFault.BAD_GATEWAY, VmsFault.EMPTY);

    /// More than one attempt of the SDK, so that now and then the program itself has to try again.
    private static final int MAX_TIMES = 5;

    private final Path folder;
    private final Aws aws;
    private final LossyProxy bucket;
    private final LocalVms vms;

    private OutsideServices(Path folder, Aws aws, LossyProxy bucket, LocalVms vms) {
        this.folder = folder;
        this.aws = aws;
        this.bucket = bucket;
        this.vms = vms;
    }

    static OutsideServices open(Path folder) {
        var aws = Aws.open(folder);
        return new OutsideServices(
                folder,
                aws,
                LossyProxy.before(aws.photos.endpoint()),
                LocalVms.open(folder.resolve("vms"), "key".toCharArray(), LocalVmsSettings.DEFAULT));
    }

    /// Connects a data folder to these services, as the Settings screen does.
    void connect(Path data) {
        AwsApplicationTest.choose(aws, bucket.endpoint(), data, folder);
        try (var application = Application.open(data)) {
            application
                    .vms()
                    .connections()
                    .write(new VmsConnection(
                            VmsAddress.parse(vms.address().toString()),
                            LicenceKey.of(vms.account().licenceKey())));
        }
    }

    /// Makes some of the next calls fail, most of them after they were performed.
    void disturb(Random random) {
        for (int i = random.nextInt(4); i > 0; i--) {
            aws.faces.rekognitionFaultInjector.failNext(
                    any(OPERATIONS, random), 1 + random.nextInt(MAX_TIMES), any(FAULTS, random));
        }
        bucket.loseAnswers(random.nextInt(MAX_TIMES));
        for (int i = random.nextInt(3); i > 0; i--) {
            vms.faults().failNext(random.nextBoolean() ? "POST" : "PUT", any(VMS_FAULTS, random), random.nextBoolean());
        }
    }

    /// Ends all faults that were not used up.
    void calm() {
        aws.faces.rekognitionFaultInjector.clear();
        bucket.loseAnswers(0);
        vms.faults().clear();
    }

    private static <T> T any(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    @Override
    public void close() {
        vms.close();
        bucket.close();
        aws.close();
    }
}
