package io.vestibule.cloud.aws;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// Proxy and certificate authorities for the connection to the services.
///
/// @param proxy if empty, the proxy of the computer's environment is used
/// @param certificates a PEM file of certificate authorities that are trusted in addition to those of the computer
public record ProxySettings(Optional<Proxy> proxy, Optional<Path> certificates) {

    public static final ProxySettings DEFAULT = new ProxySettings(Optional.empty(), Optional.empty());

    /// @param address for example `http://proxy.example.com:3128`
    /// @param credentials for a proxy that requires them
    public record Proxy(URI address, Optional<ProxyCredentials> credentials) {}

    public record ProxyCredentials(String name, String password) {
        @Override
        public String toString() {
            return "Login[…]";
        }
    }
}
