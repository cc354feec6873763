package io.vestibule.setup.ui.collection;

import io.vestibule.cloud.FaceCollection.CollectionInfo;
import io.vestibule.setup.CollectionFacts;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.State;
import java.util.ArrayList;
import java.util.List;

/// The message whether local records and collection agree.
record CollectionComparison(State state, String text) {

    static CollectionComparison of(CollectionFacts ours, CollectionInfo theirs, Strings strings) {
        long faces = theirs.faces() - ours.counts().faces();
        long users = theirs.users() - ours.counts().users();
        if (faces == 0 && users == 0) {
            return new CollectionComparison(State.DONE, strings.text("setup.collection.agree"));
        }
        List<String> sentences = new ArrayList<>();
        if (faces != 0) {
            sentences.add(strings.text(
                    faces > 0 ? "setup.collection.more-faces" : "setup.collection.fewer-faces", Math.abs(faces)));
        }
        if (users != 0) {
            sentences.add(strings.text(
                    users > 0 ? "setup.collection.more-users" : "setup.collection.fewer-users", Math.abs(users)));
        }
        boolean moving = ours.pendingJobs() > 0;
        sentences.add(strings.text(moving ? "setup.collection.moving" : "setup.collection.apart"));
        return new CollectionComparison(moving ? State.WAITING : State.LOOK, String.join(" ", sentences));
    }
}
