package io.vestibule.local.s3;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes the XML of a response, element by element. Characters that XML cannot hold are replaced, since keys of
/// objects may contain any.
final class XmlDocument {

    private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    /// One call of the writer, which cannot fail: it writes into memory.
    private interface Call {
        void on(XMLStreamWriter xml) throws XMLStreamException;
    }

    XmlDocument(String root) {
        try {
            xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        call(writer -> writer.writeStartDocument("UTF-8", "1.0"));
        start(root);
        if (!root.equals("Error")) {
            call(writer -> writer.writeDefaultNamespace(NAMESPACE));
        }
    }

    private void call(Call call) {
        try {
            call.on(xml);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    void element(String name, String value) {
        start(name);
        call(writer -> writer.writeCharacters(writable(value)));
        finish();
    }

    void start(String name) {
        call(writer -> writer.writeStartElement(name));
    }

    void finish() {
        call(XMLStreamWriter::writeEndElement);
    }

    /// Ends a document whose root holds text only.
    String end(String value) {
        call(writer -> writer.writeCharacters(writable(value)));
        return end();
    }

    String end() {
        call(XMLStreamWriter::writeEndDocument);
        call(XMLStreamWriter::close);
        return text.toString();
    }

    private static String writable(String value) {
        return value.codePoints()
                .map(c -> c == '\t' || c == '\n' || c == '\r' || (c >= ' ' && c != 0xFFFE && c != 0xFFFF) ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
