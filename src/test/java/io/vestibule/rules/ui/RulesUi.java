package io.vestibule.rules.ui;

import io.vestibule.app.desktop.ProblemMapper;
import io.vestibule.app.desktop.ScreenContext;
import io.vestibule.app.wiring.RulesFixture;
import io.vestibule.audit.Permission;
import io.vestibule.base.Problem;
import io.vestibule.people.Site;
import io.vestibule.photo.Pixels;
import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleKeys;
import io.vestibule.rules.RuleRecord;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.InlineTaskRunner;
import io.vestibule.ui.StillView;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import io.vestibule.ui.UnexpectedFailure;
import io.vestibule.ui.control.Banner;
import io.vestibule.ui.control.Overlay;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The models of the Rules screen over a real application and the embedded VMS, with work that is over at once, and
/// hands
/// to use what is shown of them.
abstract class RulesUi extends FxTest {

    static final Strings WORDS = Strings.strict(ScreenContext.BUNDLES.toArray(String[]::new));

    @TempDir
    Path folder;

    final RulesFixture at = new RulesFixture() {};
    final Desk desk = new Desk();
    RulesModel rules;
    BuilderModel model;

    @BeforeEach
    final void openHouse() {
        at.folder = folder;
        at.open();
        at.application.storage().settings().set(RuleKeys.ZONE, "Europe/Berlin");
        begin(inline());
    }

    @AfterEach
    final void closeHouse() {
        at.close();
    }

    static TaskRunner inline() {
        return new InlineTaskRunner(failure -> ProblemMapper.problemOf(failure)
                .orElseGet(() -> UnexpectedFailure.of(failure).problem()));
    }

    /// Models anew, with other work.
    final void begin(TaskRunner taskRunner) {
        rules = onFx(() -> new RulesModel(this::parts, desk, taskRunner, WORDS));
        model = onFx(() -> new BuilderModel(rules));
    }

    RulesParts parts() {
        return new RulesParts(
                at.rules.rules(),
                at.rules.flow(),
                at.rules.send(),
                at.rules.drift(),
                at.rules.rehearse(),
                at.application.storage().people(),
                new RulesParts.RelatedFlows(at.rules.cascade(), at.rules.holidays(), at.rules.otherCompanies()));
    }

    /// Looks at the VMS and opens the rule in the builder, as the screen does.
    final void open(RuleRecord rule) {
        doOnFx(() -> {
            rules.refresh();
            rules.selected.set(Optional.of(rule.id().toString()));
            model.open(rules.selectedEntry());
        });
    }

    final RuleRecord stored(RuleRecord rule) {
        return at.rules.rules().store().find(rule.id()).orElseThrow();
    }

    final List<RuleRecord> records() {
        return at.rules.rules().store().all(at.rules.rules().collection().get().company());
    }

    final List<String> listed() {
        return onFx(() -> rules.rows.stream().map(RuleRow::name).toList());
    }

    final RuleEntry entry(RuleRecord rule) {
        return at.entry(rule);
    }

    /// What this desk was told, and what the program around the screen says of itself.
    final class Desk implements RulesPort {

        final List<Banner> banners = new ArrayList<>();
        final List<Problem> problems = new ArrayList<>();

        List<String> said() {
            return banners.stream().map(Banner::text).toList();
        }

        List<String> failed() {
            return problems.stream().map(Problem::code).toList();
        }

        @Override
        public boolean mayManageRules() {
            return at.application.storage().session().may(Permission.MANAGE_RULES);
        }

        @Override
        public Instant now() {
            return at.clock.instant();
        }

        @Override
        public List<Site> sites() {
            var companies = at.application.storage().people().companies();
            return companies.sites(companies.active().orElseThrow().id());
        }

        @Override
        public Optional<String> vmsHost() {
            return Optional.of("vms.example");
        }

        @Override
        public String findingText(String key) {
            return "Finding " + key + ".";
        }

        @Override
        public String engineText(String engine) {
            return engine;
        }

        @Override
        public Optional<StillView<Pixels>> still() {
            return Optional.empty();
        }

        @Override
        public void showBanner(Banner banner) {
            banners.add(banner);
        }

        @Override
        public void showNotice(Banner banner) {
            banners.add(banner);
        }

        @Override
        public Optional<String> companyName() {
            return Optional.empty();
        }

        @Override
        public void showProblem(Problem problem) {
            problems.add(problem);
        }
    }

    /// Picks always that file.
    record Picked(Path file) implements FilePicker {
        @Override
        public List<Path> files(String title, FileType fileType) {
            return List.of(file);
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> saveAs(String title, String suggested, FileType fileType) {
            return Optional.of(file);
        }
    }

    /// Shown texts of labels, links and buttons.
    final List<String> texts() {
        return onFx(() -> stage().getScene().getRoot().lookupAll("*").stream()
                .filter(Labeled.class::isInstance)
                .filter(RulesUi::isSeen)
                .map(label -> ((Labeled) label).getText())
                .filter(Objects::nonNull)
                .toList());
    }

    /// By its text, or by its words for a screen reader where it is a picture.
    final ButtonBase button(String words) {
        return onFx(() -> stage().getScene().getRoot().lookupAll("*").stream()
                .filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast)
                .filter(button -> words.equals(button.getText()) || words.equals(button.getAccessibleText()))
                .filter(RulesUi::isSeen)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + words + " among " + texts())));
    }

    final boolean hasButton(String words) {
        return onFx(() -> stage().getScene().getRoot().lookupAll("*").stream()
                .filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast)
                .anyMatch(button -> isSeen(button)
                        && (words.equals(button.getText()) || words.equals(button.getAccessibleText()))));
    }

    /// Opens a card of the builder, if it is folded.
    final void unfold(String title) {
        doOnFx(() -> stage().getScene().getRoot().lookupAll(".card-head").stream()
                .map(ButtonBase.class::cast)
                .filter(head -> head.getAccessibleText().startsWith(title)
                        && head.getAccessibleText().endsWith(", folded"))
                .forEach(ButtonBase::fire));
    }

    /// The suggestions below the search field. FX thread.
    final ListView<?> foundPeople() {
        return stage().getScene().getRoot().lookupAll(".list-view").stream()
                .filter(list -> "People found".equals(list.getAccessibleText()))
                .map(list -> (ListView<?>) list)
                .findFirst()
                .orElseThrow();
    }

    final void fire(String words) {
        ButtonBase button = button(words);
        doOnFx(button::fire);
    }

    final TextField field(String words) {
        return onFx(() -> stage().getScene().getRoot().lookupAll(".text-field").stream()
                .filter(TextField.class::isInstance)
                .map(TextField.class::cast)
                .filter(field -> words.equals(field.getAccessibleText()))
                .findFirst()
                .orElseThrow());
    }

    /// Shows the whole screen; files that it asks for are `rule.json` in the folder.
    final void openView() {
        openView(onFx(() -> new Overlay(WORDS)), folder.resolve("rule.json"));
    }

    /// @param file is picked whenever the screen asks for one
    final RulesView openView(Overlay overlay, Path file) {
        RulesView view = onFx(() -> new RulesView(rules, new Picked(file), overlay));
        show(1000, 1000, () -> new StackPane(new VBox(view.search().orElseThrow(), view.node()), overlay));
        doOnFx(view::shown);
        return view;
    }

    /// Where a field begins in the window after everything was laid out.
    final double top(String words) {
        TextField field = field(words);
        return onFx(() -> layoutTop(field));
    }

    /// FX thread.
    final double layoutTop(Node node) {
        stage().getScene().getRoot().applyCss();
        stage().getScene().getRoot().layout();
        return node.localToScene(0, 0).getY();
    }

    @SuppressWarnings("unchecked") // each is of the type that its test knows
    final <T> ComboBox<T> choice(String words) {
        return onFx(() -> stage().getScene().getRoot().lookupAll(".combo-box").stream()
                .map(box -> (ComboBox<T>) box)
                .filter(box -> words.equals(box.getAccessibleText()))
                .findFirst()
                .orElseThrow());
    }

    final CheckBox box(String words) {
        return onFx(() -> stage().getScene().getRoot().lookupAll(".check-box").stream()
                .map(CheckBox.class::cast)
                .filter(box -> words.equals(box.getText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No box " + words + " among " + texts())));
    }

    final void type(String words, String text) {
        TextField field = field(words);
        doOnFx(field::requestFocus);
        write(text, 0);
    }

    final void tap(KeyCode... keys) {
        for (KeyCode key : keys) {
            press(key).release(key);
        }
    }

    static boolean isSeen(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
