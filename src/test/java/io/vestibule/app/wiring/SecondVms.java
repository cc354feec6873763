package io.vestibule.app.wiring;

import io.vestibule.local.vms.LocalVms;
import io.vestibule.local.vms.LocalVmsSettings;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.LicenceKey;
import io.vestibule.vms.RuleContent;
import io.vestibule.vms.VmsAddress;
import io.vestibule.vms.VmsConnection;
import io.vestibule.vms.http.HttpVmsClient;
import io.vestibule.vms.http.Timeouts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// A second VMS over HTTP, of somebody else, which records what is asked of it.
public final class SecondVms implements AutoCloseable {

    private final LocalVms vms;
    private final HttpVmsClient hands;

    public SecondVms(Path folder) {
        this.vms = LocalVms.open(folder, "another key of a database".toCharArray(), LocalVmsSettings.DEFAULT);
        this.hands = new HttpVmsClient(connection(), Timeouts.DEFAULT, InstantSource.system());
    }

    public VmsConnection connection() {
        return new VmsConnection(
                VmsAddress.parse(vms.address().toString()),
                LicenceKey.of(vms.account().licenceKey()));
    }

    /// Puts this VMS in use, as Settings do.
    public void use(Application application) {
        application.vms().connections().write(connection());
        application.vms().resetClient();
    }

    /// Puts the embedded VMS in use again.
    public static void leave(Application application) {
        application.vms().connections().useEmbedded();
        application.vms().resetClient();
    }

    public LocalVms vms() {
        return vms;
    }

    /// Somebody else who uses this VMS.
    public HttpVmsClient hands() {
        return hands;
    }

    public AlertRule create(RuleContent content) {
        return hands.create(content, hands.ruleIds()).rule();
    }

    /// All rules, byte for byte.
    public List<String> bytes() {
        return hands.rules().stream().map(rule -> rule.raw().compact()).toList();
    }

    /// Requests that may change something.
    public List<String> changes() {
        return vms.faults().recorded().stream()
                .filter(request -> !request.startsWith("GET "))
                .toList();
    }

    @Override
    public void close() {
        hands.close();
        vms.close();
    }
}
