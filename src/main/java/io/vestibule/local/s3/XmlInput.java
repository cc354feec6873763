package io.vestibule.local.s3;

import java.io.ByteArrayInputStream;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads the XML of a request. Neither document types nor anything outside the body is read.
final class XmlInput {

    private static final XMLInputFactory XML = factory();

    private final XMLStreamReader reader;

    private XmlInput(XMLStreamReader reader) {
        this.reader = reader;
    }

    /// Calls the consumer at the start of every element.
    ///
    /// @throws S3Exception if the body is not well-formed
    static void forEachElement(byte[] body, Consumer<XmlInput> consumer) {
        try {
            var input = new XmlInput(XML.createXMLStreamReader(new ByteArrayInputStream(body)));
            while (input.reader.hasNext()) {
                if (input.reader.next() == XMLStreamConstants.START_ELEMENT) {
                    consumer.accept(input);
                }
            }
        } catch (XMLStreamException _) {
            throw S3Exception.malformedXml();
        }
    }

    /// Name of the element.
    String name() {
        return reader.getLocalName();
    }

    /// Text of the element, which has no others in it.
    String text() {
        try {
            return reader.getElementText();
        } catch (XMLStreamException _) {
            throw S3Exception.malformedXml();
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
