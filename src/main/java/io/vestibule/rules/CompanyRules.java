package io.vestibule.rules;

/// The rules of a company that the console is not set to, as one poll of the VMS found them.
///
/// @param name of the company
/// @param attention how many of them no longer do what was intended
/// @param autoUpdated how many of them were updated on the VMS automatically
/// @param failed whether they could not be compared
public record CompanyRules(String name, int attention, int autoUpdated, boolean failed) {}
