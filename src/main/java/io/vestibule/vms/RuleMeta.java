package io.vestibule.vms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The target of a rule.
public sealed interface RuleMeta {

    /// Faces of certain people.
    ///
    /// @param collection id of the face collection
    /// @param userIds users of that collection, without duplicates, in the order of the VMS
    record KnownPeople(String collection, List<String> userIds) implements RuleMeta {
        public KnownPeople {
            userIds = userIds.stream().distinct().toList();
        }
    }

    /// Any other target, which we show and do not change.
    ///
    /// @param entries as they are on the VMS; a value that is not a string as JSON
    record Other(Kind kind, Map<String, String> entries) implements RuleMeta {
        public Other {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /// Kinds of rules that are not Known People rules.
    enum Kind {
        /// Objects, detected by AWS.
        OBJECTS,
        /// A question answered by a language model.
        LANGUAGE_MODEL,
        /// Every event, without image analysis.
        PLAIN,
        UNKNOWN
    }
}
