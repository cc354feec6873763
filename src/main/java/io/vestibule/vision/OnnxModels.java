package io.vestibule.vision;

import java.util.List;

/// The five models of a [ModelSet].
record OnnxModels(OnnxModel detector, OnnxModel landmarks, OnnxModel pose, OnnxModel features, OnnxModel eyes)
        implements AutoCloseable {

    static OnnxModels of(ModelSet models) {
        return new OnnxModels(
                new OnnxModel(models.detector()),
                new OnnxModel(models.landmarks()),
                new OnnxModel(models.pose()),
                new OnnxModel(models.features()),
                new OnnxModel(models.eyes()));
    }

    void load() {
        all().forEach(OnnxModel::session);
    }

    @Override
    public void close() {
        all().forEach(OnnxModel::close);
    }

    private List<OnnxModel> all() {
        return List.of(detector, landmarks, pose, features, eyes);
    }
}
