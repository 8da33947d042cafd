package io.smartblocks.portal.shell;

import java.time.Instant;
import java.util.Optional;

/** The time of a site that does not keep pace with the real one, as long as it does not. */
@FunctionalInterface
public interface SiteTime {

    /** The site's own time; empty while it is the real one. */
    Optional<Instant> hurried();
}
