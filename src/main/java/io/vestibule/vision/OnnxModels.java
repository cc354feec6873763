package io.vestibule.vision;

import java.util.List;
import java.util.Optional;

/// The five models of a [ModelSet].
record OnnxModels(OnnxModel detector, OnnxModel landmarks, OnnxModel pose, OnnxModel features, OnnxModel eyes)
        implements AutoCloseable {

    static OnnxModels of(ModelSet models, Optional<OnnxLibraries> libraries) {
        return new OnnxModels(
                new OnnxModel(models.detector(), libraries),
                new OnnxModel(models.landmarks(), libraries),
                new OnnxModel(models.pose(), libraries),
                new OnnxModel(models.features(), libraries),
                new OnnxModel(models.eyes(), libraries));
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
