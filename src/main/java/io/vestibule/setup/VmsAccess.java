package io.vestibule.setup;

import io.vestibule.vms.VmsClient;
import io.vestibule.vms.VmsConnection;
import io.vestibule.vms.VmsConnectionSettings;
import io.vestibule.vms.http.CloudTwoClient;
import io.vestibule.vms.http.HttpVmsClient;

/// Port: the VMS in use, and which one is configured.
public interface VmsAccess {

    /// The client of the VMS in use now. Blocks; not for the FX thread.
    ///
    /// @throws io.vestibule.vms.VmsException if an address is configured that cannot be used, or has no key
    VmsClient client();

    /// A client of any VMS, to test it; the caller closes it.
    HttpVmsClient open(VmsConnection connection);

    /// Reads a file of certificate authorities.
    ///
    /// @throws io.vestibule.vms.VmsException `vms.no-certificates` if it cannot be read or has no certificate
    void checkCertificates(String path);

    /// Reads and writes which VMS is configured. A caller that writes has to call [#resetClient].
    VmsConnectionSettings connections();

    /// Makes the next [#client] connect to the VMS that is configured then.
    void resetClient();

    /// The Cloud Two login that yields a connection.
    CloudTwoClient cloudTwo();
}
