package io.vestibule.enrol.change;

import io.vestibule.enrol.EnrolContext;
import io.vestibule.people.Person;
import java.util.Optional;
import java.util.function.Predicate;

/// Erases again whom a restored backup brought back. They are hidden when this returns; the journal erases them
/// everywhere. Run it before the journal and the first screen.
public final class ErasureReplay {

    private final EnrolContext context;
    private final RemoveFlow remove;

    public ErasureReplay(EnrolContext enrolContext, RemoveFlow remove) {
        this.context = enrolContext;
        this.remove = remove;
    }

    /// @param erased whether the person or photo with that id was erased
    /// @return number of people and photos whose erasure has started
    public int run(Predicate<String> erased) {
        int started = 0;
        for (var company : context.people().companies().all()) {
            for (var person : context.people().persons().findAll(company.id(), Optional.empty(), Optional.empty())) {
                started += run(person, erased);
            }
        }
        return started;
    }

    private int run(Person person, Predicate<String> erased) {
        if (erased.test(person.id().toString())) {
            return remove.eraseAgain(person.id()) ? 1 : 0;
        }
        int started = 0;
        for (var photo : context.people().photos().findByPerson(person.id())) {
            if (erased.test(photo.id().toString()) && remove.eraseAgain(photo.id())) {
                started++;
            }
        }
        return started;
    }
}
