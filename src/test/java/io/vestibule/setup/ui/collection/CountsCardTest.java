package io.vestibule.setup.ui.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.Problem;
import io.vestibule.setup.CollectionLoadState;
import io.vestibule.ui.control.ProblemPane;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Our counts beside those of the collection, and the sentence below them.
class CountsCardTest extends CollectionScreen {

    @SuppressWarnings("NullAway.Init") // set when it is shown
    private CountsCard card;

    @BeforeEach
    void open() {
        show(700, 600, () -> {
            card = new CountsCard(model, strings);
            return new StackPane(card);
        });
    }

    private void start() {
        doOnFx(model::start);
        until(() -> model.facts().get().isPresent());
    }

    @Test
    void ourCountsAreThereWhileTheServiceHasNotAnswered() {
        recordUsers(2);
        start();
        doOnFx(() -> model.loadState().set(new CollectionLoadState.Loading()));
        assertThat(texts(card)).contains("Loading the collection…");
        assertThat(row(card, "People")).isEqualTo("People: 2, ");
        assertThat(row(card, "Users")).isEqualTo("Users: 2, –");
        assertThat(row(card, "Faces")).isEqualTo("Faces: 0, –");
    }

    @Test
    void bothSidesAreShownAndTheyAgree() {
        start();
        until(() -> model.loadState().get() instanceof CollectionLoadState.Loaded);
        assertThat(row(card, "Users")).isEqualTo("Users: 0, 0");
        assertThat(texts(card)).contains("Local records and the collection match.");
        assertThat(texts(card)).anyMatch(text -> text.startsWith("As of "));
    }

    @Test
    void whatTheCollectionLacksIsSaid() {
        recordUsers(2);
        start();
        doOnFx(() -> model.loadState().set(told(0, 1)));
        assertThat(row(card, "Users")).isEqualTo("Users: 2, 1");
        assertThat(texts(card))
                .anyMatch(text -> text.startsWith("One user in the local records is missing from the collection."));
    }

    @Test
    void theVerdictFollowsTheRecordsToo() {
        start();
        doOnFx(() -> model.loadState().set(told(0, 2)));
        assertThat(texts(card)).anyMatch(text -> text.startsWith("The collection has 2 users"));
        recordUsers(2);
        doOnFx(model::refresh);
        doOnFx(() -> model.loadState().set(told(0, 2)));
        assertThat(texts(card)).contains("Local records and the collection match.");
        assertThat(texts(card)).noneMatch(text -> text.startsWith("The collection has"));
    }

    @Test
    void aProblemTakesThePlaceOfTheVerdictAndTheCountsStay() {
        recordUsers(1);
        start();
        doOnFx(() -> model.loadState().set(told(0, 1)));
        doOnFx(() -> model.loadState().set(new CollectionLoadState.Failed(Problem.of("setup.collection-gone"))));
        assertThat(texts(card)).contains("The face service does not know this collection.");
        assertThat(texts(card)).doesNotContain("Local records and the collection match.");
        assertThat(onFx(() -> card.lookupAll("*").stream().anyMatch(ProblemPane.class::isInstance)))
                .isTrue();
        assertThat(row(card, "Users")).isEqualTo("Users: 1, –");
    }

    @Test
    void refreshAsksAgain() {
        start();
        doOnFx(() -> model.loadState().set(told(9, 9)));
        clickOn("Refresh");
        until(() -> texts(card).contains("Local records and the collection match."));
    }
}
