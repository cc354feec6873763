package io.vestibule.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.rules.Preview;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.Strings;
import io.vestibule.vms.Difference;
import io.vestibule.vms.RawJson;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.Test;

class JsonPaneTest extends FxTest {

    private static final RawJson WHOLE = json("{\"id\":140,\"name\":\"Mine\"}");
    private static final RawJson BODY = json("{\"name\":\"Mine\"}");

    @Test
    void aNewRuleIsShownWholeAndHasNoDifferences() {
        showPane(new Preview(WHOLE, true, List.of(), WHOLE));

        assertThat(texts()).contains("Exactly this content will be sent.");
        assertThat(area().getText()).isEqualTo(WHOLE.pretty());
        assertThat(isSeen(lookup(".scroll-pane").query())).isFalse();
    }

    @Test
    void whereNothingWouldBeSentTheRuleOfTheVmsIsShown() {
        showPane(new Preview(json("{}"), false, List.of(), WHOLE));

        assertThat(texts()).contains("The VMS has the same version. Nothing would be sent.");
        assertThat(area().getText()).isEqualTo(WHOLE.pretty());
    }

    @Test
    void aChangeShowsTheBodyAndEachPlaceBeforeAndAfter() {
        showPane(new Preview(
                BODY,
                false,
                List.of(
                        difference("/schedule/monday", Optional.of("[]"), Optional.of("[1]")),
                        difference("/site_ids", Optional.empty(), Optional.of("[12]"))),
                WHOLE));

        assertThat(area().getText()).isEqualTo(BODY.pretty());
        assertThat(texts()).contains("schedule › monday", "[]", "[1]", "site_ids", "nothing", "[12]");
        assertThat(said()).contains("Now: []", "New: [1]", "Now: nothing", "New: [12]");
    }

    @Test
    void ofTwoLongListsOnlyWhatTheOtherHasNotIsShown() {
        String shared = "a".repeat(36) + "," + "b".repeat(36);
        showPane(new Preview(
                BODY,
                false,
                List.of(difference(
                        "/meta/indexes",
                        Optional.of("\"" + shared + ",gone\""),
                        Optional.of("\"" + shared + ",came,too\""))),
                WHOLE));

        assertThat(texts()).contains("gone", "came\ntoo");
    }

    @Test
    void aLongListThatOnlyGrewHadNothingElseBefore() {
        String shared = "a".repeat(36) + "," + "b".repeat(36);
        showPane(new Preview(
                BODY,
                false,
                List.of(difference(
                        "/meta/indexes", Optional.of("\"" + shared + "\""), Optional.of("\"" + shared + ",came\""))),
                WHOLE));

        assertThat(texts()).contains("nothing", "came");
    }

    @Test
    void whereItIsBeingReadItStays() {
        Preview preview = new Preview(BODY, false, List.of(), WHOLE);
        JsonPane pane = showPane(preview);
        doOnFx(() -> area().selectAll());

        doOnFx(() -> pane.show(new Preview(BODY, false, List.of(), WHOLE)));

        assertThat(onFx(() -> area().getSelectedText())).isEqualTo(BODY.pretty());
    }

    @Test
    void itIsForReadingOnly() {
        showPane(new Preview(WHOLE, true, List.of(), WHOLE));

        clickOn(area());
        write("x", 0);

        assertThat(area().getText()).isEqualTo(WHOLE.pretty());
    }

    private JsonPane showPane(Preview preview) {
        JsonPane pane = onFx(() -> new JsonPane(Strings.strict("rules", "ui"), preview));
        show(700, 700, () -> pane);
        return pane;
    }

    private static Difference difference(String path, Optional<String> had, Optional<String> has) {
        return new Difference(path, had, has);
    }

    private static RawJson json(String text) {
        return RawJson.parse(text).orElseThrow();
    }

    private TextArea area() {
        return lookup(".text-area").query();
    }

    private List<String> texts() {
        return onFx(() ->
                lookup(".label").<Label>queryAll().stream().map(Label::getText).toList());
    }

    private List<String> said() {
        return onFx(() -> lookup(".label").<Label>queryAll().stream()
                .map(Node::getAccessibleText)
                .toList());
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && node.isManaged();
    }
}
