package io.vestibule.privacy.record;

import io.vestibule.people.Company;
import java.util.Map;

/// Port: what the running configuration says. Implemented where the parts are wired.
@FunctionalInterface
public interface RecordSource {

    Map<RecordFact, String> facts(Company company);
}
