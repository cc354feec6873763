package io.vestibule.people.ui;

import io.vestibule.base.PhotoId;
import io.vestibule.people.PhotoStore;
import io.vestibule.ui.TaskRunner;
import io.vestibule.ui.control.FaceTile;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.image.Image;

/// Loads thumbnails of saved photos at the sizes shown. Decoded images are in an LRU cache; requests that arrive
/// together are read in one query. FX thread only.
public final class ThumbnailLoader {

    static final double ROW = 30;
    public static final double SMALL = 64;
    public static final double TILE = 112;
    public static final double LARGE = 128;
    public static final double CARD = 160;

    private static final int MOST = 300;

    private record Size(PhotoId photo, double width) {}

    private final PhotoStore photos;
    private final TaskRunner taskRunner;
    private final Map<Size, Image> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Size, Image> eldest) {
            return size() > MOST;
        }
    };
    private final Map<FaceTile, Size> wanted = new LinkedHashMap<>();
    private boolean reading;

    ThumbnailLoader(PhotoStore photos, TaskRunner taskRunner) {
        this.photos = photos;
        this.taskRunner = taskRunner;
    }

    /// Shows the photo in the tile as soon as it is loaded; without a photo the initials.
    public void show(FaceTile tile, String name, Optional<PhotoId> photo) {
        Optional<Size> size = photo.map(id -> new Size(id, tile.tileWidth()));
        tile.name(name);
        if (size.isPresent() && size.get().equals(tile.getUserData())) {
            return;
        }
        wanted.remove(tile);
        tile.setUserData(size.orElse(null));
        Optional<Image> there = size.flatMap(one -> Optional.ofNullable(known.get(one)));
        if (size.isEmpty() || there.isPresent()) {
            tile.show(there.orElse(null), null);
            return;
        }
        tile.blank(name);
        wanted.put(tile, size.get());
        read();
    }

    private void read() {
        if (reading || wanted.isEmpty()) {
            return;
        }
        reading = true;
        List<Size> sizes = wanted.values().stream().distinct().toList();
        taskRunner.runUnlisted(() -> decode(sizes), this::arrived, _ -> arrived(Map.of()));
    }

    private Map<Size, Image> decode(List<Size> sizes) {
        Map<PhotoId, byte[]> bytes =
                photos.thumbnails(sizes.stream().map(Size::photo).distinct().toList());
        Map<Size, Image> images = new HashMap<>();
        for (Size size : sizes) {
            Optional.ofNullable(bytes.get(size.photo()))
                    .map(jpeg -> FaceTile.decode(jpeg, size.width(), null))
                    .ifPresent(image -> images.put(size, image));
            images.putIfAbsent(size, NOTHING);
        }
        return images;
    }

    /// Cached for a photo that is deleted, so that it is not read again while it is shown.
    private static final Image NOTHING = new javafx.scene.image.WritableImage(1, 1);

    private void arrived(Map<Size, Image> images) {
        reading = false;
        known.putAll(images);
        for (Map.Entry<FaceTile, Size> want : List.copyOf(wanted.entrySet())) {
            Image image = known.get(want.getValue());
            if (image != null || images.isEmpty()) {
                wanted.remove(want.getKey());
                want.getKey().show(NOTHING.equals(image) ? null : image, null);
            }
        }
        read();
    }
}
