package io.vestibule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What the file chooser offers.
class NativeFilePickerTest extends FxTest {

    @Test
    void picturesInEveryCaseAndAllFiles() {
        var picker = new NativeFilePicker(() -> null, "All files");
        var filters = onFx(() -> picker.openChooser("Photos", PictureInput.kind("Pictures")))
                .getExtensionFilters();
        assertThat(filters).hasSize(2);
        assertThat(filters.getFirst().getExtensions())
                .contains("*.jpg", "*.JPG", "*.jfif", "*.JFIF", "*.jpe", "*.png", "*.PNG", "*.avif");
        assertThat(filters.getLast().getDescription()).isEqualTo("All files");
        assertThat(filters.getLast().getExtensions()).containsExactly("*");
    }
}
