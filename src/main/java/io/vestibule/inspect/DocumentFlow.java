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

/// Compares the face on a document with a photo of the person who shows it. The picture of the document is analysed,
/// cropped to its face for display to the operator, and discarded: nothing of it is stored anywhere. The audit log
/// records that the comparison took place, and its result.
public final class DocumentFlow {

    /// Large enough for a small portrait on a card, small enough for the size limit of the service.
    private static final int LONG_SIDE = 2_560;

    private static final int FACE_SIDE = 320;

    /// Margin around the portrait, in face heights.
    private static final double ROOM = 0.35;

    private final PhotoInspector checks;
    private final PhotoDecoder decoder;
    private final DoubleSupplier threshold;
    private final Session session;
    private final AuditLog log;
    private final PhotoEncoder sent = new PhotoEncoder(LONG_SIDE, PhotoEncoder.QUALITY, PhotoEncoder.SERVICE_BYTES);
    private final PhotoEncoder shown = new PhotoEncoder(FACE_SIDE, PhotoEncoder.QUALITY, PhotoEncoder.SERVICE_BYTES);

    /// The result of a comparison.
    public sealed interface DocumentComparison {

        /// @param similarity 0..100, of the document's largest face and the most similar face of the photo
        /// @param threshold similarity from which two faces count as the same person, on the same scale
        /// @param portrait JPEG of the face on the document; displayed, never stored
        @SuppressWarnings("ArrayRecordComponent") // read-only, while the card is open
        record Compared(float similarity, float threshold, String engine, byte[] portrait)
                implements DocumentComparison {

            public boolean isMatch() {
                return similarity >= threshold;
            }
        }

        /// The document contains no detectable face.
        record NoFace() implements DocumentComparison {}
    }

    /// @param threshold similarity threshold of searches, on the scale of the engine in use
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

    /// @param document a picture file of any supported format; not stored
    /// @param photo JPEG of the person who shows the document
    /// @param subject id of the person, for the audit log; empty for a person who is not saved yet
    /// @throws PhotoException if the file cannot be decoded as a picture
    /// @throws InspectException if the check is switched off
    /// @throws io.vestibule.cloud.CloudException if the call to the service failed
    /// @throws io.vestibule.audit.AuditException if no operator with permission to enrol is signed in
    public DocumentComparison compare(Path document, byte[] photo, String subject) throws PhotoException {
        require();
        return compare(decoder.decode(document), photo, subject);
    }

    /// The same with a picture that is already decoded, for example from the clipboard.
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
                checks.service().scoreScale(),
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
