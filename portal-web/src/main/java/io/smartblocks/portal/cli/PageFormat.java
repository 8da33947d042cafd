package io.smartblocks.portal.cli;

/** What {@code render} can be asked to write. */
enum PageFormat {
    HTML,
    MD,
    PDF
}
