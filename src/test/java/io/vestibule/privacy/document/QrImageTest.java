package io.vestibule.privacy.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.qrcode.decoder.Decoder;
import org.junit.jupiter.api.Test;

/// A printed code is read back.
class QrImageTest {

    @Test
    void aCodeSaysTheAddressThatItWasMadeOf() throws Exception {
        var address = "https://acme.example/datenschutz?standort=K%C3%B6ln";
        assertThat(new Decoder().decode(QrImage.modules(address, 0)).getText()).isEqualTo(address);
    }
}
