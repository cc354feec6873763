package io.vestibule.rules.who;

import java.util.List;
import java.util.stream.Stream;

/// The people whom a rule looks for.
///
/// @param userIds user ids in the collection of people chosen individually. An id that no local person has is kept:
///     it may belong to a person of another console
/// @param queries groups of people
public record PeopleChoice(List<String> userIds, List<PeopleQuery> queries) {

    public static final PeopleChoice NOBODY = new PeopleChoice(List.of(), List.of());

    public PeopleChoice {
        userIds = userIds.stream().distinct().toList();
        queries = queries.stream().distinct().toList();
    }

    public boolean isEmpty() {
        return userIds.isEmpty() && queries.isEmpty();
    }

    public PeopleChoice with(String userId) {
        return new PeopleChoice(
                Stream.concat(userIds.stream(), Stream.of(userId)).toList(), queries);
    }

    public PeopleChoice with(PeopleQuery query) {
        return new PeopleChoice(
                userIds, Stream.concat(queries.stream(), Stream.of(query)).toList());
    }

    public PeopleChoice without(String userId) {
        return new PeopleChoice(
                userIds.stream().filter(id -> !id.equals(userId)).toList(), queries);
    }

    public PeopleChoice without(PeopleQuery query) {
        return new PeopleChoice(
                userIds, queries.stream().filter(known -> !known.equals(query)).toList());
    }
}
