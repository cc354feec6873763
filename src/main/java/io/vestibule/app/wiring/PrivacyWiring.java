package io.vestibule.app.wiring;

import io.vestibule.backup.BackupKeys;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.people.Company;
import io.vestibule.people.PersonKind;
import io.vestibule.people.change.ErasedStore;
import io.vestibule.people.change.ErasureCheckStore;
import io.vestibule.privacy.AuditCheckFlow;
import io.vestibule.privacy.AuditExportFlow;
import io.vestibule.privacy.AuditReader;
import io.vestibule.privacy.consent.ConsentKeys;
import io.vestibule.privacy.consent.ConsentTextFlow;
import io.vestibule.privacy.consent.ConsentTextStore;
import io.vestibule.privacy.consent.ConsentTexts;
import io.vestibule.privacy.consent.Processing;
import io.vestibule.privacy.receipt.ErasureReader;
import io.vestibule.privacy.receipt.ReceiptFlow;
import io.vestibule.privacy.receipt.ReceiptKey;
import io.vestibule.privacy.ui.ConsentWords;
import io.vestibule.store.CompanyScope;
import io.vestibule.ui.Strings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a privacy officer reads and proves.
public final class PrivacyWiring {

    private final Lazy<AuditReader> reader;
    private final Lazy<AuditCheckFlow> check;
    private final Lazy<AuditExportFlow> export;
    private final Lazy<ErasureReader> erasures;
    private final Lazy<ReceiptKey> receiptKey;
    private final Lazy<ReceiptFlow> receipts;
    private final Lazy<ConsentTextStore> consentStore;
    private final Lazy<ConsentTexts> consentTexts;
    private final Lazy<ConsentTextFlow> consentFlow;

    /// @param cloud where photos and faces are stored
    /// @param vms where rules are sent to
    PrivacyWiring(StorageWiring storage, CloudWiring cloud, VmsWiring vms) {
        this.reader = new Lazy<>(() -> new AuditReader(
                storage.log(),
                storage.operators(),
                storage.session(),
                storage.people(),
                new ErasedStore(storage.database()),
                ZoneId.systemDefault()));
        this.check = new Lazy<>(() -> new AuditCheckFlow(storage.log(), storage.session()));
        this.export = new Lazy<>(() -> new AuditExportFlow(reader.get(), storage.log()));
        this.erasures = new Lazy<>(() -> new ErasureReader(
                new ErasureCheckStore(storage.database()),
                storage.people().companies(),
                storage.operators(),
                storage.session(),
                storage.clock()));
        this.receiptKey = new Lazy<>(() -> new ReceiptKey(storage.key().derive("receipt")));
        this.receipts = new Lazy<>(() -> new ReceiptFlow(
                erasures.get(),
                storage.log(),
                receiptKey,
                () -> Duration.ofDays(storage.settings().get(BackupKeys.DAYS))));
        this.consentStore = new Lazy<>(() -> new ConsentTextStore(CompanyScope.ofActive(storage.database())));
        this.consentTexts = new Lazy<>(() -> new ConsentTexts(
                consentStore.get(),
                storage.people().companies(),
                new ConsentWords(
                        locale -> Strings.load(locale, List.of("privacy")), () -> processing(storage, cloud, vms)),
                storage.clock()));
        this.consentFlow = new Lazy<>(() -> new ConsentTextFlow(
                consentStore.get(),
                storage.people().companies(),
                storage.settings(),
                storage.session(),
                storage.log(),
                storage.clock()));
    }

    private static Processing processing(StorageWiring storage, CloudWiring cloud, VmsWiring vms) {
        var settings = storage.settings();
        var controller = settings.get(ConsentKeys.CONTROLLER);
        return new Processing(
                controller.isBlank()
                        ? storage.people()
                                .companies()
                                .active()
                                .map(Company::name)
                                .orElse("")
                        : controller,
                settings.get(ConsentKeys.CONTACT),
                settings.get(ConsentKeys.COMPLAINTS),
                cloud.region(),
                vms.host(),
                Arrays.stream(PersonKind.values())
                        .collect(Collectors.toMap(Function.identity(), kind -> settings.get(EnrolKeys.days(kind)))));
    }

    /// The text that a person is shown.
    public ConsentTexts consentTexts() {
        return consentTexts.get();
    }

    /// Writes and publishes consent texts.
    public ConsentTextFlow consentFlow() {
        return consentFlow.get();
    }

    /// Searches the audit log.
    public AuditReader auditReader() {
        return reader.get();
    }

    /// Checks the chain of the audit log.
    public AuditCheckFlow auditCheck() {
        return check.get();
    }

    /// Writes the audit log into a file.
    public AuditExportFlow auditExport() {
        return export.get();
    }

    /// Erasures, and what was found afterwards.
    public ErasureReader erasures() {
        return erasures.get();
    }

    /// Writes receipts of erasures.
    public ReceiptFlow receipts() {
        return receipts.get();
    }

    /// The key with which this desk signs receipts.
    public ReceiptKey receiptKey() {
        return receiptKey.get();
    }
}
