package io.vestibule.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.local.wire.UnmeasuredAttributes;
import io.vestibule.settings.MachineFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentsTest {

    @Test
    void opensTheWindowWhenNothingIsSaid() throws Exception {
        assertThat(Arguments.of(List.of("", " ")).command()).isEqualTo(Arguments.RunMode.WINDOW);
    }

    @Test
    void environmentVariablesReplaceMissingOptions(@TempDir Path folder) throws Exception {
        var config = Files.writeString(folder.resolve("settings.json"), "{}").toString();
        var environment = Map.of("VESTIBULE_DATA", "there", "VESTIBULE_CONFIG", config);
        assertThat(Arguments.of(List.of(), environment).data()).contains(Path.of("there"));
        assertThat(Arguments.of(List.of(), environment).config()).contains(Path.of(config));
        assertThat(Arguments.of(List.of("--data", "here"), environment).data()).contains(Path.of("here"));
        assertThatThrownBy(() -> Arguments.of(List.of(), Map.of("VESTIBULE_CONFIG", "no such file")))
                .isInstanceOf(Arguments.UsageException.class);
    }

    @Test
    void takesTheTourWithPhotosOfOnesOwn() throws Exception {
        var arguments = Arguments.of(List.of("--tour", "a.jpg", "my photos", "--data", "d", "--output", "o"));
        assertThat(arguments.command()).isEqualTo(Arguments.RunMode.TOUR);
        assertThat(arguments.photos()).containsExactly(Path.of("a.jpg"), Path.of("my photos"));
        assertThat(arguments.data()).contains(Path.of("d"));
        assertThat(arguments.output()).contains(Path.of("o"));
    }

    @Test
    void servesTheEngineOnAPortOrOnAnyThatIsFree() throws Exception {
        var named = Arguments.of(List.of("--serve-local", "8600", "--data", "d"));
        assertThat(named.command()).isEqualTo(Arguments.RunMode.SERVE);
        assertThat(named.port()).isEqualTo(8600);
        assertThat(named.data()).contains(Path.of("d"));
        assertThat(Arguments.of(List.of("--serve-local", "--data", "d")).port()).isZero();
        assertThat(Arguments.of(List.of("--serve-local", "8600", "--refuse-unmeasured"))
                        .details())
                .contains(new ServeArguments(UnmeasuredAttributes.REFUSED));
        assertThatThrownBy(() -> Arguments.of(List.of("--refuse-unmeasured")))
                .isInstanceOf(Arguments.UsageException.class)
                .hasMessageContaining("--serve-local");
        for (var word : List.of("0", "65536", "-", "http")) {
            assertThatThrownBy(() -> Arguments.of(List.of("--serve-local", word)))
                    .isInstanceOf(Arguments.UsageException.class)
                    .hasMessageContaining("port")
                    .hasMessageContaining(word);
        }
    }

    @Test
    void locksWhatTheMachineAndTheNamedFileSayAndStartsNotWithoutThatFile(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("config.json"), "{}");
        var arguments = Arguments.of(List.of("--self-check", "--config", file.toString()));
        assertThat(arguments.command()).isEqualTo(Arguments.RunMode.SELF_CHECK);
        assertThat(arguments.lockingFiles()).containsExactly(MachineFolder.settings(), file);
        assertThat(Arguments.of(List.of()).lockingFiles()).containsExactly(MachineFolder.settings());
        assertThatThrownBy(() -> Arguments.of(List.of("--config", folder.toString())))
                .isInstanceOf(Arguments.UsageException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void namesTheInvalidPart() {
        assertThatThrownBy(() -> Arguments.of(List.of("--nonsense")))
                .isInstanceOf(Arguments.UsageException.class)
                .hasMessageContaining("--nonsense");
        assertThatThrownBy(() -> Arguments.of(List.of("--data"))).hasMessageContaining("--data");
    }

    @Test
    void splitsTheBuildToolsOneText() {
        assertThat(Arguments.split("--tour \"my photos\" --data  x"))
                .containsExactly("--tour", "my photos", "--data", "x");
        assertThat(Arguments.split("")).isEmpty();
    }
}
