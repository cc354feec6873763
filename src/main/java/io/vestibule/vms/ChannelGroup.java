package io.vestibule.vms;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A group of cameras. Cloud Two makes one for each of its sites and names it `Site` and the number of the site.
public record ChannelGroup(long id, String name, List<Long> cameraIds) {

    private static final Pattern SITE = Pattern.compile("Site(\\d{1,18})");

    public ChannelGroup {
        cameraIds = List.copyOf(cameraIds);
    }

    /// The number of the Cloud Two site that it stands for, if it stands for one.
    public Optional<String> siteId() {
        Matcher match = SITE.matcher(name);
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }

    /// What a site of ours is linked by (`people.Site.vmsSiteId`): the number of the site, else `group-` and the
    /// id.
    public String link() {
        return siteId().orElse("group-" + id);
    }
}
