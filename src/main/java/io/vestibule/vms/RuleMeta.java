package io.vestibule.vms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a rule looks for.
public sealed interface RuleMeta {

    /// Faces of some people.
    ///
    /// @param collection id of the face collection
    /// @param userIds users of that collection, each once, in the order of the VMS
    record KnownPeople(String collection, List<String> userIds) implements RuleMeta {
        public KnownPeople {
            userIds = userIds.stream().distinct().toList();
        }
    }

    /// Anything else, which we show and leave alone.
    ///
    /// @param entries as they are on the VMS; a value that is no text as JSON
    record Other(Kind kind, Map<String, String> entries) implements RuleMeta {
        public Other {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /// Kinds of rules that are not ours.
    enum Kind {
        /// Objects, by AWS.
        OBJECTS,
        /// A question to a language model.
        LANGUAGE_MODEL,
        /// Every event, without looking at the picture.
        PLAIN,
        UNKNOWN
    }
}
