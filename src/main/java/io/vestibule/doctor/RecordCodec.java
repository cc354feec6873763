package io.vestibule.doctor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// How records of one type are sorted and stored.
interface RecordCodec<T> {

    String key(T item);

    void write(T item, DataOutputStream out) throws IOException;

    T read(DataInputStream in) throws IOException;
}
