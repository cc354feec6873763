package io.vestibule.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.settings.DataFolder;
import io.vestibule.settings.Settings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuotasTest {

    @TempDir
    Path folder;

    @Test
    void settingsOverrideTheQuotasOfTheRegion() {
        try (var data = DataFolder.open(folder.resolve("data"))) {
            var settings = Settings.open(data);
            assertThat(Quotas.read(settings, "eu-west-1")).isEqualTo(Quotas.of("eu-west-1"));

            settings.set(Quotas.setting(Operation.ASSOCIATE_FACES), 25);

            var quotas = Quotas.read(settings, "eu-west-1");
            assertThat(quotas.rates())
                    .containsEntry(Operation.ASSOCIATE_FACES, 25)
                    .containsEntry(Operation.INDEX_FACES, 50)
                    .containsEntry(Operation.CREATE_USER, 5);
        }
    }

    @Test
    void noQuotaCanBeZero() {
        var quotas = Quotas.of("eu-west-1");
        assertThatThrownBy(() -> quotas.with(Operation.LIST_USERS, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
