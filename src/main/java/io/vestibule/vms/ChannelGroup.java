package io.vestibule.vms;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A group of cameras. Cloud Two creates one for each of its sites, named `Site` and the number of the site.
public record ChannelGroup(long id, String name, List<Long> cameraIds) {

    private static final Pattern SITE = Pattern.compile("Site(\\d{1,18})");

    public ChannelGroup {
        cameraIds = List.copyOf(cameraIds);
    }

    /// The number of the Cloud Two site that the group represents, if any.
    public Optional<String> siteId() {
        Matcher match = SITE.matcher(name);
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }

    /// The value that links a local site (`people.Site.vmsSiteId`) to this group: the number of the site, else
    /// `group-` and the id.
    public String link() {
        return siteId().orElse("group-" + id);
    }
}
