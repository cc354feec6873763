package io.vestibule.rules.who;

import java.util.List;
import java.util.stream.Stream;

/// Whom a rule looks for.
///
/// @param userIds people chosen one by one, by their user id in the collection. One that nobody here has is kept: it
///     may be somebody's of another console
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
