package io.vestibule.rules.ui;

import io.vestibule.base.PersonId;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import io.vestibule.ui.control.FaceTile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.image.Image;

/// Face thumbnails beside names; initials until a thumbnail is loaded, and where there is no photo. FX thread only.
final class FaceTileCache {

    static final double WIDTH = 22;

    private static final int KEPT = 200;

    private final RulesModel model;
    private final Map<PersonId, Optional<Image>> known = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PersonId, Optional<Image>> eldest) {
            return size() > KEPT;
        }
    };

    FaceTileCache(RulesModel model) {
        this.model = model;
    }

    FaceTile tile(Person person) {
        FaceTile tile = RulePeopleCard.blank(person);
        Optional<Image> image = known.get(person.id());
        if (image == null) {
            known.put(person.id(), Optional.empty());
            model.quietly(() -> read(person.id()), read -> {
                known.put(person.id(), read);
                tile.show(read.orElse(null), null);
            });
        } else {
            tile.show(image.orElse(null), null);
        }
        return tile;
    }

    private Optional<Image> read(PersonId person) {
        var photos = model.parts().people().photos();
        return photos.findByPerson(person).stream()
                .findFirst()
                .map(PhotoRecord::id)
                .flatMap(photos::thumbnail)
                .flatMap(bytes -> Optional.ofNullable(FaceTile.decode(bytes, WIDTH, null)));
    }
}
