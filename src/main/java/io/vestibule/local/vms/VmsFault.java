package io.vestibule.local.vms;

/// A fault of a response, for testing how the console handles it.
public enum VmsFault {
    /// 401, as for an expired key.
    KEY_EXPIRED,
    /// 403
    FORBIDDEN,
    /// 404
    MISSING,
    /// 500 with an error body of the VMS.
    ILL,
    /// 502 with an error page of a proxy.
    BAD_GATEWAY,
    /// 200 with an empty body.
    EMPTY,
    /// No response is sent until [VmsFaultInjector#release].
    SLOW,
    /// The connection is closed without a response.
    RESET,
    /// 429
    BUSY,
    /// 429 with the number of seconds to wait.
    BUSY_FOR_A_WHILE,
    /// The response is correct, and then another user adds a rule.
    MOVING,
    /// The next page points to another server.
    FOREIGN_PAGE
}
