package io.vestibule.setup.ui.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.journal.run.NewStep;
import io.vestibule.setup.CollectionLoadState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When the model reads the records and asks the service.
class CollectionModelTest extends CollectionScreen {

    private long underWay() {
        return onFx(() -> model.facts().get().orElseThrow().pendingJobs());
    }

    private void work() {
        application
                .storage()
                .journal()
                .add(
                        application
                                .storage()
                                .people()
                                .companies()
                                .active()
                                .orElseThrow()
                                .id(),
                        List.of(new NewStep(() -> "unknown", "x")),
                        Duration.ofHours(1));
    }

    @Test
    void nothingIsReadBeforeTheScreenIsShown() {
        assertThat(onFx(() -> model.facts().get())).isEmpty();
        assertThat(onFx(() -> model.loadState().get())).isInstanceOf(CollectionLoadState.Loading.class);
    }

    @Test
    void theScreenIsFilledOnceItIsShown() {
        doOnFx(model::start);
        until(() -> model.loadState().get() instanceof CollectionLoadState.Loaded);
        assertThat(onFx(() -> model.facts().get().orElseThrow().collection())).isEqualTo(collection());
    }

    @Test
    void workThatMovesOnIsReadByItself() {
        doOnFx(model::start);
        until(() -> model.facts().get().isPresent());
        assertThat(underWay()).isZero();
        work();
        until(() -> model.facts().get().orElseThrow().pendingJobs() == 1);
    }

    @Test
    void aLookAsksTheServiceAnew() {
        doOnFx(model::start);
        until(() -> model.loadState().get() instanceof CollectionLoadState.Loaded);
        var answers = new ArrayList<CollectionLoadState>();
        doOnFx(() -> {
            model.loadState().addListener((_, _, now) -> answers.add(now));
            model.refresh();
        });
        until(() -> model.loadState().get() instanceof CollectionLoadState.Loaded);
        assertThat(answers).first().isInstanceOf(CollectionLoadState.Loading.class);
        assertThat(answers).last().isInstanceOf(CollectionLoadState.Loaded.class);
    }

    @Test
    void aCollectionThatIsGoneIsToldAndTheRecordsStay() {
        var known = collection();
        application
                .storage()
                .database()
                .with(handle -> handle.execute("update collection_ref set external_id = 'Elsewhere_acme-1'"));
        doOnFx(model::start);
        until(() -> model.loadState().get() instanceof CollectionLoadState.Failed);
        until(() -> model.facts().get().isPresent());
        assertThat(onFx(() -> model.facts().get().orElseThrow().collection().id()))
                .isEqualTo(known.id());
    }

    @Test
    void anotherShowAfterTheScreenWasLeftReadsAnew() {
        doOnFx(model::start);
        until(() -> model.facts().get().isPresent());
        doOnFx(model::stop);
        work();
        assertThat(underWay()).isZero();
        doOnFx(model::start);
        until(() -> model.facts().get().orElseThrow().pendingJobs() == 1);
    }
}
