package io.vestibule.doctor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// A user as the service lists it.
record ListedUser(String id, String status) {

    static final RecordCodec<ListedUser> CODEC = new RecordCodec<>() {
        @Override
        public String key(ListedUser user) {
            return user.id();
        }

        @Override
        public void write(ListedUser user, DataOutputStream out) throws IOException {
            out.writeUTF(user.id());
            out.writeUTF(user.status());
        }

        @Override
        public ListedUser read(DataInputStream in) throws IOException {
            return new ListedUser(in.readUTF(), in.readUTF());
        }
    };
}
