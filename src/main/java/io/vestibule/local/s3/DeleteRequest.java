package io.vestibule.local.s3;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The body of DeleteObjects.
///
/// @param quiet whether the answer names only what failed
record DeleteRequest(List<String> keys, boolean quiet) {

    /// As the service.
    private static final int MOST = 1_000;

    private static final XMLInputFactory XML = factory();

    /// @throws S3Exception if it is not such a body, or names versions
    static DeleteRequest read(byte[] body) {
        List<String> keys = new ArrayList<>();
        boolean quiet = false;
        try {
            var reader = XML.createXMLStreamReader(new ByteArrayInputStream(body));
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (reader.getLocalName()) {
                    case "Key" -> keys.add(text(reader));
                    case "Quiet" -> quiet = text(reader).equalsIgnoreCase("true");
                    case "VersionId" -> throw S3Exception.notImplemented("versions of objects");
                    default -> {}
                }
            }
        } catch (XMLStreamException _) {
            throw S3Exception.malformedXml();
        }
        if (keys.isEmpty() || keys.size() > MOST) {
            throw S3Exception.malformedXml();
        }
        return new DeleteRequest(keys, quiet);
    }

    private static String text(XMLStreamReader reader) throws XMLStreamException {
        return reader.getElementText();
    }

    /// Neither document types nor anything outside the body is read.
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
