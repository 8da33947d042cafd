package io.smartblocks.portal.agreement;

/**
 * One thing that only the reader, or somebody of the same organisation, can do next.
 *
 * @param words what waits
 * @param more who asked for it, and when or why
 * @param act what the link does
 */
public record WaitingThing(String icon, String words, String more, String link, String act) {}
