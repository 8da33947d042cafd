package io.smartblocks.portal.shell;

/** One step of the way back from a page. */
public record Step(String words, String path) {}
