package io.smartblocks.portal.explorer;

import java.util.List;

/** What a transaction said, in words: a heading and its fields, each with a link where it leads somewhere. */
record Said(String heading, List<Pair> pairs) {

    /** One field; the key names its label. */
    record Pair(String key, String words, String link) {}
}
