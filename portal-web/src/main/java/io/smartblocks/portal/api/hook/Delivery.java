package io.smartblocks.portal.api.hook;

import io.smartblocks.portal.api.hook.post.Answer;
import java.time.Instant;
import java.util.Optional;

/**
 * One event on its way to one webhook.
 *
 * @param event its id, which stays the same however often it is sent
 * @param subject the agreement, meter or block that it is about
 * @param body the JSON that is sent
 * @param tries how often it was sent
 * @param next when it is sent next, while it waits
 * @param last when it was sent last
 * @param status what the receiver answered then
 * @param problem why no answer came then
 */
public record Delivery(
        long id,
        long hook,
        String event,
        EventKind kind,
        String subject,
        String body,
        Instant made,
        State state,
        int tries,
        Instant next,
        Optional<Instant> last,
        Optional<Integer> status,
        Optional<Answer.Why> problem) {

    /** How far it is. */
    public enum State {
        /** It is sent at its time. */
        WAITING,
        /** The receiver took it. */
        DELIVERED,
        /** It is not sent any more unless someone asks for it. */
        FAILED
    }
}
