package io.vestibule.cloud.aws;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// How the services are reached from here.
///
/// @param proxy where none is named, that of the machine's environment is used
/// @param certificates a PEM file of authorities that are trusted besides those of the machine
public record ProxySettings(Optional<Proxy> proxy, Optional<Path> certificates) {

    public static final ProxySettings DEFAULT = new ProxySettings(Optional.empty(), Optional.empty());

    /// @param address for example `http://proxy.example.com:3128`
    /// @param credentials where the proxy asks for one
    public record Proxy(URI address, Optional<ProxyCredentials> credentials) {}

    public record ProxyCredentials(String name, String password) {
        @Override
        public String toString() {
            return "Login[…]";
        }
    }
}
