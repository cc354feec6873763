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

/// The login of Cloud Two, which knows address and licence key of the VMS of each company. What else it hands
/// out, its own access token, is dropped.
public final class CloudTwo {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Timeouts timeouts;
    private final InstantSource clock;

    /// What a login yields.
    ///
    /// @param companyId id of the company at Cloud Two; may be empty
    public record Login(VmsConnection connection, String companyId) {}

    public CloudTwo(Timeouts timeouts, InstantSource clock) {
        this.timeouts = timeouts;
        this.clock = clock;
    }

    /// Blocks for the network. Keeps neither e-mail nor password.
    ///
    /// @throws VmsException [VmsFailure.LoginRefused], [VmsFailure.NoVms], or what any call can meet
    public Login login(VmsAddress cloudTwo, String email, String password) {
        String body = JSON.createObjectNode()
                .put("email", email.strip())
                .put("password", password)
                .toString();
        try (Wire wire = new Wire(cloudTwo, Optional.empty(), timeouts)) {
            Answer answer = wire.post(cloudTwo.resolve("v1/auth"), body);
            if (!answer.isGood()) {
                throw new VmsException(refusal(answer, password));
            }
            return read(answer.json().path("session").path("company"));
        }
    }

    private VmsFailure refusal(Answer answer, String password) {
        VmsFailure failure = Refusals.of(answer, password.isEmpty() ? "\0" : password, clock.instant());
        return switch (failure) {
            case VmsFailure.KeyRefused refused -> new VmsFailure.LoginRefused(refused.said());
            case VmsFailure.Denied denied -> new VmsFailure.LoginRefused(denied.said());
            case VmsFailure.Refused refused when refused.status() == 400 -> new VmsFailure.LoginRefused(refused.said());
            default -> failure;
        };
    }

    private static Login read(JsonNode company) {
        String endpoint = company.path("endpoint").asString("");
        String key = company.path("lKey").asString("");
        if (endpoint.isBlank() || key.isBlank()) {
            throw new VmsException(new VmsFailure.NoVms());
        }
        return new Login(
                new VmsConnection(VmsAddress.parse(endpoint), LicenceKey.of(key)),
                company.path("id").asString(""));
    }
}
