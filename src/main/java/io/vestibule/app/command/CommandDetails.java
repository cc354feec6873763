package io.vestibule.app.command;

/// What a command does, where its words say more than which one it is.
public sealed interface CommandDetails
        permits CohortArguments, ImportArguments, PeopleArguments, RuleArguments, ServeArguments, SyncArguments {}
