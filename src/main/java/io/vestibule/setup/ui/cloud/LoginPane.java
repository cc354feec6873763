package io.vestibule.setup.ui.cloud;

import io.vestibule.cloud.aws.BrowserLogin;
import io.vestibule.setup.ui.Fields;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Icon;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Instructions for a login by the browser: confirm there that it shows this code. The address can be copied, for
/// computers on which no browser opens.
public final class LoginPane extends VBox {

    LoginPane(CloudModel model) {
        super(6);
        Strings strings = model.strings();
        model.prompt().subscribe(prompt -> show(strings, prompt));
        model.loggedIn().subscribe(done -> {
            if (done) {
                Label words = Fields.wrapped(strings.text("setup.cloud.logged-in"));
                words.setId("cloud-logged-in");
                words.setGraphic(Icon.of("mdi2c-check", "state-done"));
                getChildren().setAll(words);
            } else {
                getChildren().clear();
            }
        });
    }

    private void show(Strings strings, Optional<BrowserLogin.Prompt> prompt) {
        getChildren().clear();
        prompt.ifPresent(loginPrompt -> {
            getChildren().setAll(of(strings, loginPrompt));
        });
    }

    /// The instructions, for any screen where a login can start.
    public static VBox of(Strings strings, BrowserLogin.Prompt loginPrompt) {
        Label code = Fields.wrapped(strings.text("setup.cloud.login-code", loginPrompt.code()), "strong");
        code.setId("cloud-login-code");
        TextField page = new TextField(loginPrompt.page().toString());
        page.setId("cloud-login-page");
        page.setEditable(false);
        page.setAccessibleText(strings.text("setup.cloud.login-page"));
        return new VBox(6, code, Fields.wrapped(strings.text("setup.cloud.login-hint"), "hint"), page);
    }
}
