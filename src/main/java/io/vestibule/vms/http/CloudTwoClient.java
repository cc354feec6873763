package io.vestibule.vms.http;

import io.vestibule.vms.LicenceKey;
import io.vestibule.vms.VmsAddress;
import io.vestibule.vms.VmsConnection;
import io.vestibule.vms.VmsException;
import io.vestibule.vms.VmsFailure;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The login of Cloud Two, which returns the address and licence key of the VMS of a company. The access token
/// in its answer is dropped.
public final class CloudTwoClient {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Timeouts timeouts;
    private final InstantSource clock;
    private final VmsTrust trust;

    /// The result of a login.
    ///
    /// @param companyId id of the company in Cloud Two; may be empty
    public record LoginResult(VmsConnection connection, String companyId) {}

    /// Trusts the certificate authorities of this computer.
    public CloudTwoClient(Timeouts timeouts, InstantSource clock) {
        this(timeouts, clock, VmsTrust.of(Optional.empty()));
    }

    public CloudTwoClient(Timeouts timeouts, InstantSource clock, VmsTrust trust) {
        this.timeouts = timeouts;
        this.clock = clock;
        this.trust = trust;
    }

    /// Blocks for the network. Stores neither e-mail address nor password.
    ///
    /// @throws VmsException [VmsFailure.LoginRefused], [VmsFailure.NoVms], or the failures of any call
    public LoginResult login(VmsAddress cloudTwo, String email, String password) {
        String body = JSON.createObjectNode()
                .put("email", email.strip())
                .put("password", password)
                .toString();
        try (VmsHttpTransport vmsHttpTransport = new VmsHttpTransport(cloudTwo, Optional.empty(), timeouts, trust)) {
            VmsResponse vmsResponse = vmsHttpTransport.post(cloudTwo.resolve("v1/auth"), body);
            if (!vmsResponse.isSuccess()) {
                throw new VmsException(refusal(vmsResponse, password));
            }
            return read(vmsResponse.json().path("session").path("company"));
        }
    }

    private VmsFailure refusal(VmsResponse vmsResponse, String password) {
        VmsFailure failure =
                VmsFailureMapper.toFailure(vmsResponse, password.isEmpty() ? "\0" : password, clock.instant());
        return switch (failure) {
            case VmsFailure.KeyRefused refused -> new VmsFailure.LoginRefused(refused.serverMessage());
            case VmsFailure.Denied denied -> new VmsFailure.LoginRefused(denied.serverMessage());
            case VmsFailure.Refused refused
            when refused.status() == 400 -> new VmsFailure.LoginRefused(refused.serverMessage());
            default -> failure;
        };
    }

    private static LoginResult read(JsonNode company) {
        String endpoint = company.path("endpoint").asString("");
        String key = company.path("lKey").asString("");
        if (endpoint.isBlank() || key.isBlank()) {
            throw new VmsException(new VmsFailure.NoVms());
        }
        return new LoginResult(
                new VmsConnection(VmsAddress.parse(endpoint), LicenceKey.of(key)),
                company.path("id").asString(""));
    }
}
