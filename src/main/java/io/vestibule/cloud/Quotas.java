package io.vestibule.cloud;

import io.vestibule.settings.Setting;
import io.vestibule.settings.Settings;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// Rate limits of the account in calls a second, by operation: the default of the region, or a higher quota granted
/// to this account.
public record Quotas(Map<Operation, Integer> rates) {

    /// Upper limit of the setting; AWS has never granted more.
    public static final int MOST = 10_000;

    /// Value for the default of the region.
    private static final int AS_THE_REGION = 0;

    public Quotas {
        rates = Map.copyOf(rates);
        if (rates.values().stream().anyMatch(rate -> rate < 1 || rate > MOST)) {
            throw new IllegalArgumentException("A rate is 1 to " + MOST + " calls a second");
        }
    }

    /// The default quotas of a region, for example `eu-central-1`.
    public static Quotas of(String region) {
        Map<Operation, Integer> rates = new EnumMap<>(Operation.class);
        for (Operation operation : Operation.values()) {
            rates.put(operation, operation.rate(region));
        }
        return new Quotas(rates);
    }

    /// The default quotas of the region, overridden by those that are set.
    public static Quotas read(Settings settings, String region) {
        Quotas quotas = of(region);
        for (Operation operation : Operation.values()) {
            int rate = settings.get(setting(operation));
            if (rate != AS_THE_REGION) {
                quotas = quotas.with(operation, rate);
            }
        }
        return quotas;
    }

    /// The setting of one operation, for example `cloud.rate.index-faces`; 0 for the default of the region.
    public static Setting<Integer> setting(Operation operation) {
        String name = operation.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Setting.integer("cloud.rate." + name, AS_THE_REGION, AS_THE_REGION, MOST, "calls a second");
    }

    public Quotas with(Operation operation, int rate) {
        Map<Operation, Integer> changed = new EnumMap<>(rates);
        changed.put(operation, rate);
        return new Quotas(changed);
    }
}
