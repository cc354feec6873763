package io.vestibule.vision;

/// The model that made face vectors, and how vectors of it are compared.
///
/// @param engine name of the model set, as stored with each vector
/// @param cohort normalises the scores
public record VectorModel(String engine, Cohort cohort) {}
