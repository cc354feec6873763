package io.vestibule.rules;

import io.vestibule.vms.VmsClient;
import io.vestibule.vms.VmsId;

/// Port: the VMS in use, which the settings may change at any time. A client is asked for by the VMS that the
/// caller means, so that nothing that belongs to one VMS is done on another.
public interface RuleVms {

    /// Which VMS is in use. Blocks for the vault, not for the network.
    ///
    /// @throws io.vestibule.vms.VmsException if the configured connection cannot be used
    VmsId current();

    /// @throws io.vestibule.vms.VmsException `vms.other-vms` if that VMS is not in use
    VmsClient client(VmsId vms);
}
