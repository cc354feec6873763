package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.vestibule.enrol.EnrolException;
import io.vestibule.journal.JobCounts;
import io.vestibule.people.CollectionIndexStore;
import io.vestibule.people.CollectionLossStore;
import io.vestibule.people.ConsentCountStore;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.PersonPage;
import io.vestibule.people.Reach;
import io.vestibule.store.StoreException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Calls every public method of an object with every combination of given values, and checks that it gives out
/// nothing.
final class EveryCall {

    private final Map<Class<?>, List<Object>> values;

    /// @param values by the type of the parameter that takes them
    EveryCall(Map<Class<?>, List<Object>> values) {
        this.values = values;
    }

    /// @return number of calls
    int callAll(Object store) {
        var calls = 0;
        for (var method : store.getClass().getMethods()) {
            if (method.getDeclaringClass() != Object.class && !Modifier.isStatic(method.getModifiers())) {
                for (var arguments : combinations(method.getGenericParameterTypes())) {
                    call(store, method, arguments);
                    calls++;
                }
            }
        }
        return calls;
    }

    private void call(Object store, Method method, List<Object> arguments) {
        try {
            method.setAccessible(true);
            var answer = method.invoke(store, arguments.toArray());
            assertThat(isNothing(answer) || arguments.contains(answer))
                    .as("%s.%s of %s gave %s", store.getClass().getSimpleName(), method.getName(), arguments, answer)
                    .isTrue();
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof StoreException || e.getCause() instanceof EnrolException)) {
                fail(store.getClass().getSimpleName() + "." + method.getName() + " of " + arguments, e.getCause());
            }
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isNothing(Object answer) {
        return switch (answer) {
            case null -> true;
            case Optional<?> optional -> optional.isEmpty();
            case Collection<?> collection -> collection.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            case Number number -> number.longValue() == 0;
            case Boolean bool -> !bool;
            case Reach reach -> reach == Reach.NEVER;
            // A store within the store, which is called as well.
            case ConsentCountStore _, CollectionLossStore _ -> true;
            case PersonPage page -> page.rows().isEmpty();
            case CollectionIndexStore.Counts counts -> counts.people() + counts.users() + counts.photos() == 0;
            case JobCounts counts -> counts.equals(JobCounts.NONE);
            case EnrolmentStatus status -> status.state() == EnrolmentStatus.State.NO_PHOTO;
            default -> false;
        };
    }

    private List<List<Object>> combinations(Type[] types) {
        List<List<Object>> all = List.of(List.of());
        for (var type : types) {
            var longer = new ArrayList<List<Object>>();
            for (var begun : all) {
                for (var value : valuesOf(type)) {
                    var more = new ArrayList<>(begun);
                    more.add(value);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    private List<Object> valuesOf(Type type) {
        if (type instanceof ParameterizedType generic) {
            var raw = (Class<?>) generic.getRawType();
            if (raw == Optional.class) {
                return List.of(Optional.empty());
            }
            if (Collection.class.isAssignableFrom(raw)) {
                var elements = values.getOrDefault(generic.getActualTypeArguments()[0], List.of());
                return List.of(raw == Set.class ? Set.copyOf(elements) : List.copyOf(elements));
            }
            return List.of();
        }
        return values.getOrDefault((Class<?>) type, List.of());
    }
}
