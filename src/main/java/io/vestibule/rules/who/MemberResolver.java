package io.vestibule.rules.who;

import io.vestibule.base.PersonId;
import io.vestibule.base.SiteId;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.PeopleStores;
import io.vestibule.people.Person;
import io.vestibule.people.Reach;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Resolves a choice of people to its current members.
public final class MemberResolver {

    private final PeopleStores peopleStores;

    public MemberResolver(PeopleStores peopleStores) {
        this.peopleStores = peopleStores;
    }

    public Members resolve(PeopleChoice choice, CollectionRef collection) {
        Map<String, Member> known = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String userId : choice.userIds()) {
            find(userId, collection)
                    .ifPresentOrElse(
                            person -> known.put(userId, new Member(person, reach(person, collection), true)),
                            () -> unknown.add(userId));
        }
        if (!choice.queries().isEmpty()) {
            groups(choice, collection, known);
        }
        return new Members(List.copyOf(known.values()), unknown, sitesGone(choice, collection));
    }

    private int sitesGone(PeopleChoice choice, CollectionRef collection) {
        Set<SiteId> named = choice.queries().stream()
                .flatMap(query -> query.site().stream())
                .collect(Collectors.toCollection(HashSet::new));
        if (!named.isEmpty()) {
            peopleStores.companies().sites(collection.company()).forEach(site -> named.remove(site.id()));
        }
        return named.size();
    }

    /// Groups can have thousands of people, so the active ones are queried in one call.
    private void groups(PeopleChoice choice, CollectionRef collection, Map<String, Member> known) {
        Set<PersonId> active = peopleStores.collections().foundPersons(collection.id());
        for (PeopleQuery query : choice.queries()) {
            for (Person person : peopleStores.persons().findAll(collection.company(), query.kind(), query.site())) {
                known.computeIfAbsent(
                        person.externalId(),
                        _ -> new Member(person, active.contains(person.id()) ? Reach.FOUND : Reach.ON_THE_WAY, false));
            }
        }
    }

    /// External ids of the collections of the other companies of this console.
    public Set<String> otherCollections(CollectionRef own) {
        return peopleStores.companies().all().stream()
                .filter(company -> !company.id().equals(own.company()))
                .flatMap(company -> company.externalFaceCollectionId().stream())
                .collect(Collectors.toSet());
    }

    /// The person with this user id, if the person belongs to the company and is not removed.
    public Optional<Person> find(String userId, CollectionRef collection) {
        return peopleStores
                .persons()
                .findByExternalId(userId)
                .filter(person -> person.removed().isEmpty() && person.company().equals(collection.company()));
    }

    public Reach reach(Person person, CollectionRef collection) {
        return peopleStores.collections().reach(person.id(), collection.id());
    }
}
