package io.vestibule.local.vms;

/// A way in which an answer goes wrong, for trying out what the console makes of it.
public enum VmsFault {
    /// 401 as for an expired key.
    KEY_EXPIRED,
    /// 403
    FORBIDDEN,
    /// 404
    MISSING,
    /// 500 with a body of the VMS.
    ILL,
    /// 502 with a page of a proxy.
    BAD_GATEWAY,
    /// 200 with nothing in it.
    EMPTY,
    /// The answer stays away until [VmsFaultInjector#release].
    SLOW,
    /// The connection ends without an answer.
    RESET,
    /// 429
    BUSY,
    /// 429 with the seconds to wait.
    BUSY_FOR_A_WHILE,
    /// The answer is right, and then somebody else adds a rule.
    MOVING,
    /// The next page is said to be on another server.
    FOREIGN_PAGE
}
