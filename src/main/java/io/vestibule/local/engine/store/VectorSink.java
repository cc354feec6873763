package io.vestibule.local.engine.store;

/// Receives vectors while they are read, so that they are never all in memory twice.
@FunctionalInterface
public interface VectorSink {

    void accept(long number, float[] vector);
}
