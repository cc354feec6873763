package io.vestibule.cloud;

import io.vestibule.base.Problem;

/// What kind of failure a call to the collection or the bucket met.
public sealed interface CloudFailure {

    Problem problem();

    /// Nobody answered, or the answer was lost: what was asked may or may not have been done.
    record Offline() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.offline");
        }
    }

    /// Too many calls, or the service is ill: the same call is right later.
    record Busy(String operation) implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.busy", operation);
        }
    }

    /// Another change of the same user is under way: wait until it is ACTIVE, then ask again.
    record Conflict(String operation) implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.conflict", operation);
        }
    }

    /// The collection, user or face is not there.
    record NotFound(String operation) implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.not-found", operation);
        }
    }

    /// A limit of the service is reached (faces of a user, users or faces of a collection).
    record Full(String operation) implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.full", operation);
        }
    }

    /// These credentials may not do that, or are none.
    record Denied(String operation) implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.denied", operation);
        }
    }

    /// The service cannot read the picture (format, size, not in the bucket).
    record BadImage(String operation) implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.bad-image", operation);
        }
    }

    /// The service refused the call for a reason that trying again does not mend.
    ///
    /// @param code the service's own code, for support
    record Refused(String operation, String code) implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.refused", operation, code);
        }
    }

    /// This machine's disk or folder does not let us write or read.
    record Disk() implements CloudFailure {
        @Override
        public Problem problem() {
            return Problem.of("cloud.disk");
        }
    }

    /// Whether the same call can succeed later without anybody changing anything.
    default boolean passes() {
        return switch (this) {
            case Offline _, Busy _, Conflict _ -> true;
            case NotFound _, Full _, Denied _, BadImage _, Refused _, Disk _ -> false;
        };
    }
}
