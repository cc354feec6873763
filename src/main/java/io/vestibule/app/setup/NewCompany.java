package io.vestibule.app.setup;

import io.vestibule.base.CompanyId;
import java.util.List;
import java.util.Optional;

/// A company as it was asked for.
///
/// @param id given where the company is known elsewhere; else one is minted
/// @param sites names, at least one
public record NewCompany(String name, Optional<CompanyId> id, List<String> sites) {

    public NewCompany {
        sites = List.copyOf(sites);
    }
}
