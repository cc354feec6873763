package io.vestibule.cloud.aws;

/// Everything that a connection to AWS needs, and no secret of AWS.
public record Profile(Access access, Place place, Route route, Storage storage) {}
