package io.vestibule.people;

import io.vestibule.base.CompanyId;
import io.vestibule.base.SiteId;

/// A place where people come and go.
public record Site(SiteId id, CompanyId company, String name) {}
