package io.vestibule.rules;

import io.vestibule.base.CompanyId;
import io.vestibule.people.CollectionRef;
import java.util.function.Supplier;

/// Port: the face collections of the companies in the service in use. May block for the network on the first call.
public interface RuleCollections extends Supplier<CollectionRef> {

    /// The collection of the company that the console is set to.
    @Override
    CollectionRef get();

    /// The collection of a company. What is done with a rule uses that of its own company, because the console may be
    /// set to another one meanwhile.
    CollectionRef of(CompanyId company);

    /// The same as if the console were set to that company.
    default RuleCollections set(CompanyId company) {
        RuleCollections all = this;
        return new RuleCollections() {
            @Override
            public CollectionRef get() {
                return all.of(company);
            }

            @Override
            public CollectionRef of(CompanyId other) {
                return all.of(other);
            }
        };
    }
}
