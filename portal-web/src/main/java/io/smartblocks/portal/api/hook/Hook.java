package io.smartblocks.portal.api.hook;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Where an organisation wants to be told of which events.
 *
 * @param organisation whose it is; empty where its owner acts for none
 * @param login its owner, who is told nothing that he may not see himself
 * @param seenHeight how many blocks were looked through for it
 * @param lateSeen when meters were looked through for it last
 * @param stopped since when nothing is sent any more
 * @param why the reason for that
 */
public record Hook(
        long id,
        String organisation,
        String login,
        String name,
        String url,
        Set<EventKind> kinds,
        Instant made,
        long seenHeight,
        Instant lateSeen,
        Optional<Instant> stopped,
        Optional<StopReason> why) {

    /** Whether it is told of events now. */
    public boolean isOn() {
        return stopped.isEmpty();
    }
}
