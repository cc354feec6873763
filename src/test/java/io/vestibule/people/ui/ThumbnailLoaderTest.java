package io.vestibule.people.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PhotoId;
import io.vestibule.ui.HeldTaskRunner;
import io.vestibule.ui.InlineTaskRunner;
import io.vestibule.ui.control.FaceTile;
import java.util.Optional;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.Test;

/// Thumbnails that arrive later than their tile is drawn.
final class ThumbnailLoaderTest extends CardScreen {

    @Test
    void aTileThatIsDrawnAgainWhileItsPictureIsLoadedStillGetsIt() {
        PhotoId photo = photos(ana, 1).getFirst();
        HeldTaskRunner held = new HeldTaskRunner(new InlineTaskRunner());
        FaceTile tile = onFx(() -> new FaceTile(ThumbnailLoader.ROW));
        doOnFx(() -> {
            ThumbnailLoader loader = new ThumbnailLoader(desk.peopleStores.photos(), held);
            held.hold();
            loader.show(tile, ana.name(), Optional.of(photo));
            loader.show(tile, ana.name(), Optional.of(photo));
            held.letGo();
        });
        assertThat(onFx(() -> tile.getChildren().getFirst())).isInstanceOf(ImageView.class);
    }
}
