package io.smartblocks.portal.form;

/** What has to be mended, and the field that it is about. */
public record Problem(String field, String message) {}
