package io.vestibule.vision;

import java.util.List;

/// The five models of a [ModelSet].
record Nets(Net detector, Net landmarks, Net pose, Net features, Net eyes) implements AutoCloseable {

    static Nets of(ModelSet models) {
        return new Nets(
                new Net(models.detector()),
                new Net(models.landmarks()),
                new Net(models.pose()),
                new Net(models.features()),
                new Net(models.eyes()));
    }

    void load() {
        all().forEach(Net::session);
    }

    @Override
    public void close() {
        all().forEach(Net::close);
    }

    private List<Net> all() {
        return List.of(detector, landmarks, pose, features, eyes);
    }
}
