package io.vestibule.inspect;

import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.cloud.ImageAnalysis.Box;
import io.vestibule.cloud.ImageAnalysis.Comparison;
import io.vestibule.cloud.ImageSource;
import io.vestibule.photo.FaceCrop;
import io.vestibule.photo.PhotoDecoder;
import io.vestibule.photo.PhotoEncoder;
import io.vestibule.photo.PhotoException;
import io.vestibule.photo.Pixels;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/// Holds the face on a document beside a photo of whoever shows it. The picture of the document is looked at, cut down
/// to its face for the eye of the receptionist, and dropped: nothing of it is stored, here or anywhere. That it was
/// compared, and how it ended, goes into the log.
public final class DocumentFlow {

    /// Long enough to read a small portrait on a card, short enough to stay below what the service takes.
    private static final int LONG_SIDE = 2_560;

    private static final int FACE_SIDE = 320;

    /// Room around the portrait, in face heights.
    private static final double ROOM = 0.35;

    private final PhotoInspector checks;
    private final PhotoDecoder decoder;
    private final DoubleSupplier threshold;
    private final Session session;
    private final AuditLog log;
    private final PhotoEncoder sent = new PhotoEncoder(LONG_SIDE, PhotoEncoder.QUALITY, PhotoEncoder.SERVICE_BYTES);
    private final PhotoEncoder shown = new PhotoEncoder(FACE_SIDE, PhotoEncoder.QUALITY, PhotoEncoder.SERVICE_BYTES);

    /// What came of it.
    public sealed interface DocumentComparison {

        /// @param similarity 0..100, of the document's largest face and the likest face of the photo
        /// @param threshold from where on two faces count as one person's, on the same scale
        /// @param portrait JPEG of the face on the document; shown, never kept
        @SuppressWarnings("ArrayRecordComponent") // read only, as long as the card is open
        record Compared(float similarity, float threshold, String engine, byte[] portrait)
                implements DocumentComparison {

            public boolean isMatch() {
                return similarity >= threshold;
            }
        }

        /// No face can be seen on the document.
        record NoFace() implements DocumentComparison {}
    }

    /// @param threshold from where on faces are found by a search, on the scale of the engine in use
    public DocumentFlow(
            PhotoInspector checks, PhotoDecoder decoder, DoubleSupplier threshold, Session session, AuditLog log) {
        this.checks = checks;
        this.decoder = decoder;
        this.threshold = threshold;
        this.session = session;
        this.log = log;
    }

    public boolean isEnabled() {
        return checks.isEnabled(InspectionKind.COMPARE);
    }

    /// @param document a picture file, of whatever kind; not kept
    /// @param photo JPEG of whoever shows it
    /// @param subject id of the person, for the log; empty for somebody who is not saved yet
    /// @throws PhotoException if the file is no picture that can be read
    /// @throws InspectException if it is switched off
    /// @throws io.vestibule.cloud.CloudException if the service gave no answer
    /// @throws io.vestibule.audit.AuditException if nobody is signed in who may enrol
    public DocumentComparison compare(Path document, byte[] photo, String subject) throws PhotoException {
        require();
        return compare(decoder.decode(document), photo, subject);
    }

    /// The same with a picture that is decoded already, for example from the clipboard.
    public DocumentComparison compare(Pixels document, byte[] photo, String subject) {
        require();
        var one = new ImageSource.Bytes(sent.encode(document).bytes());
        Optional<Comparison> found = checks.service().compare(one, new ImageSource.Bytes(photo));
        DocumentComparison documentComparison = found.<DocumentComparison>map(known -> compared(known, document))
                .orElseGet(DocumentComparison.NoFace::new);
        log.append(action(documentComparison), subject);
        return documentComparison;
    }

    private void require() {
        session.require(Permission.ENROL);
        checks.requireEnabled(InspectionKind.COMPARE);
    }

    private DocumentComparison.Compared compared(Comparison known, Pixels document) {
        return new DocumentComparison.Compared(
                known.matches().getFirst().similarity(),
                (float) threshold.getAsDouble(),
                checks.service().engine(),
                portrait(document, known.face()));
    }

    private byte[] portrait(Pixels document, Box face) {
        Pixels cut = face.width() <= 0 || face.height() <= 0
                ? document
                : FaceCrop.aroundFace(
                        document,
                        face.left() * document.width(),
                        face.top() * document.height(),
                        face.width() * document.width(),
                        face.height() * document.height(),
                        ROOM);
        return shown.encode(cut).bytes();
    }

    private static String action(DocumentComparison documentComparison) {
        return switch (documentComparison) {
            case DocumentComparison.Compared compared when compared.isMatch() -> "document.alike";
            case DocumentComparison.Compared _ -> "document.unlike";
            case DocumentComparison.NoFace _ -> "document.no-face";
        };
    }
}
