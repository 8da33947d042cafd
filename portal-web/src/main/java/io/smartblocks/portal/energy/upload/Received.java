package io.smartblocks.portal.energy.upload;

/** What became of a file that was sent. */
sealed interface Received {

    /** It is kept. */
    record Kept(Upload upload) implements Received {}

    /** It is not: what was found, and how to mend it. */
    record Refused(String key, Object... arguments) implements Received {}
}
