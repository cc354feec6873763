package io.vestibule.setup.ui;

import io.vestibule.audit.Operators;
import io.vestibule.audit.Session;
import io.vestibule.setup.CompanyFlow;
import io.vestibule.setup.DataFacts;
import io.vestibule.setup.SettingsFlow;
import io.vestibule.setup.ui.company.CompanyModel;
import io.vestibule.ui.Strings;
import io.vestibule.ui.Theme;
import java.util.List;

/// The cards of the Settings screen.
public final class SettingsModel {

    private final SetupContext context;
    private final CompanyModel company;
    private final OperatorsModel operators;
    private final MatchingModel matching;
    private final AppearanceModel appearance;
    private final DataFacts data;

    /// @param theme of the running program
    public SettingsModel(
            CompanyFlow companies,
            Operators operators,
            Session session,
            SettingsFlow settings,
            Theme theme,
            DataFacts data,
            SetupContext context) {
        this.context = context;
        this.data = data;
        this.company = new CompanyModel(companies, session, context);
        this.operators = new OperatorsModel(operators, session, context, this::operatorChanged);
        this.matching = new MatchingModel(settings, session, data.thresholds(), context);
        this.appearance = new AppearanceModel(settings, theme, session, context);
    }

    /// Reloads what may have changed elsewhere. FX thread.
    public void refresh() {
        cards().forEach(SettingsCardModel::refresh);
    }

    void clearStatus() {
        cards().forEach(SettingsCardModel::clearStatus);
    }

    Strings strings() {
        return context.strings();
    }

    CompanyModel company() {
        return company;
    }

    OperatorsModel operators() {
        return operators;
    }

    MatchingModel matching() {
        return matching;
    }

    AppearanceModel appearance() {
        return appearance;
    }

    DataFacts data() {
        return data;
    }

    private void operatorChanged() {
        List.of(company, matching, appearance).forEach(SettingsCardModel::refresh);
        context.operatorChanged().run();
    }

    private List<SettingsCardModel> cards() {
        return List.of(company, operators, matching, appearance);
    }
}
