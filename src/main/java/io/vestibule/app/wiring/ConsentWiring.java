package io.vestibule.app.wiring;

import io.vestibule.enrol.EnrolKeys;
import io.vestibule.people.Company;
import io.vestibule.people.PersonKind;
import io.vestibule.privacy.consent.ConsentKeys;
import io.vestibule.privacy.consent.ConsentTextFlow;
import io.vestibule.privacy.consent.ConsentTextStore;
import io.vestibule.privacy.consent.ConsentTexts;
import io.vestibule.privacy.consent.Processing;
import io.vestibule.privacy.ui.ConsentWords;
import io.vestibule.store.CompanyScope;
import io.vestibule.ui.Strings;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The words with which people are asked for consent, filled in from the running configuration.
public final class ConsentWiring {

    private final Lazy<ConsentTextStore> store;
    private final Lazy<ConsentTexts> texts;
    private final Lazy<ConsentTextFlow> flow;

    /// @param cloud where photos and faces are stored
    /// @param vms where rules are sent to
    ConsentWiring(StorageWiring storage, CloudWiring cloud, VmsWiring vms) {
        this.store = new Lazy<>(() -> new ConsentTextStore(CompanyScope.ofActive(storage.database())));
        this.texts = new Lazy<>(() -> new ConsentTexts(
                store.get(),
                storage.people().companies(),
                new ConsentWords(
                        locale -> Strings.load(locale, List.of("privacy")), () -> processing(storage, cloud, vms)),
                storage.clock()));
        this.flow = new Lazy<>(() -> new ConsentTextFlow(
                store.get(),
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
    public ConsentTexts texts() {
        return texts.get();
    }

    /// Texts that were shown, by their hash.
    ConsentTextStore store() {
        return store.get();
    }

    /// Writes and publishes consent texts.
    public ConsentTextFlow flow() {
        return flow.get();
    }
}
