package io.vestibule.setup.ui.company;

import atlantafx.base.theme.Styles;
import io.vestibule.setup.ui.Fields;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.View;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Icon;
import io.vestibule.ui.control.LabelledField;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The first screen of a new installation: four fields with defaults, so that Enter is enough.
public final class FirstRunView implements View {

    private static final double WIDTH = 560;

    private final FirstRunModel model;
    private final Strings strings;
    private final CompanyFields company;
    private final LabelledField<TextField> administrator;
    private final ScrollPane root;

    public FirstRunView(FirstRunModel model, Strings strings) {
        this.model = model;
        this.strings = strings;
        this.company = new CompanyFields(model.form(), strings);
        this.administrator = Fields.line(
                strings.text("setup.first-run.administrator"), model.administrator(), model.administratorCheck());
        administrator.hint(strings.text("setup.first-run.administrator-hint"));
        administrator.control().setId("administrator");
        this.root = root();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        Platform.runLater(() -> {
            company.first().requestFocus();
            company.first().selectAll();
        });
    }

    @Override
    public Node initialFocus() {
        return company.first();
    }

    private ScrollPane root() {
        Region mark = new Region();
        mark.getStyleClass().add("brand-mark");
        Label title = new Label(strings.text("setup.first-run.title"), mark);
        title.setGraphicTextGap(12);
        title.getStyleClass().add("screen-title");
        VBox fields = new VBox(8, company, administrator);
        fields.disableProperty().bind(model.busy().or(model.stored()));
        VBox card = new VBox(16, title, Fields.wrapped(strings.text("setup.first-run.intro"), "quiet"), fields, foot());
        card.getStyleClass().add("card-pane");
        card.setPadding(new Insets(24));
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        StackPane middle = new StackPane(card);
        middle.setPadding(new Insets(24));
        ScrollPane scroll = new ScrollPane(middle);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private HBox foot() {
        Button start = Buttons.primary(new Command(
                strings.text("setup.first-run.start"),
                "",
                this::start,
                model.busy().not()));
        start.setId("start");
        start.setDefaultButton(true);
        start.textProperty()
                .bind(Bindings.when(model.problem().isEmpty())
                        .then(strings.text("setup.first-run.start"))
                        .otherwise(strings.text("setup.first-run.again")));
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        Label doing = new Label();
        doing.textProperty()
                .bind(Bindings.when(model.stored())
                        .then(strings.text("setup.first-run.collection"))
                        .otherwise(strings.text("setup.first-run.working")));
        doing.getStyleClass().add("hint");
        VBox progress = new VBox(4, doing, bar);
        progress.visibleProperty().bind(model.busy());
        Label problem = Fields.wrapped("", Styles.DANGER);
        problem.setId("problem");
        problem.setGraphic(Icon.of("mdi2c-close-circle", "state-refused"));
        problem.textProperty().bind(model.problem());
        problem.visibleProperty().bind(model.problem().isNotEmpty());
        StackPane said = new StackPane(progress, problem);
        said.setAlignment(Pos.CENTER_LEFT);
        said.setMinHeight(48);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox foot = new HBox(16, said, start);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void start() {
        List<LabelledField<TextField>> fields = new ArrayList<>(company.all());
        fields.add(administrator);
        if (model.stored().get() || LabelledField.validateAll(fields)) {
            model.start();
        }
    }
}
