package io.vestibule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Every library that is shipped is named with its licence in NOTICE.
class NoticeTest {

    @Test
    void namesEveryLibraryThatIsShipped() throws Exception {
        var notice = Files.readString(Path.of("NOTICE")).toLowerCase(Locale.ROOT);
        var shipped = shipped();
        assertThat(shipped).contains("h2", "javafx-controls", "logback-classic", "jna");
        assertThat(shipped)
                .allSatisfy(library -> assertThat(notice).containsPattern("(?<![\\w-])" + library + "(?![\\w-])"));
    }

    /// The artifact ids of the dependencies of `pom.xml` that are not only for tests. JNA comes with the keyring.
    private static List<String> shipped() throws Exception {
        var pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile())
                .getDocumentElement();
        var shipped = new ArrayList<>(List.of("jna"));
        for (var dependency : children(only(pom, "dependencies"))) {
            if (children(dependency).stream()
                    .noneMatch(part -> part.getTagName().equals("scope")
                            && part.getTextContent().strip().equals("test"))) {
                shipped.add(
                        only(dependency, "artifactId").getTextContent().strip().toLowerCase(Locale.ROOT));
            }
        }
        return shipped;
    }

    private static Element only(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getTagName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
