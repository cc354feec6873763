package io.vestibule.vms.http;

import io.vestibule.vms.VmsClient;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The embedded VMS fulfils the contract over HTTP.
class EmbeddedContractTest extends VmsContract {

    @TempDir
    Path folder;

    private VmsFixture fixture;

    @BeforeEach
    void open() {
        fixture = new VmsFixture(folder, 2);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Override
    VmsClient client() {
        return fixture.client;
    }
}
