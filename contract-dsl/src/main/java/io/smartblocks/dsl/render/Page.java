package io.smartblocks.dsl.render;

import java.util.List;

/** The agreement as a reader meets it, whatever it is written in. */
record Page(
        String title, String version, String subtitle, String textHash, String compiledHash, List<Section> sections) {
    Page {
        sections = List.copyOf(sections);
    }

    /** What belongs together under one heading. */
    record Section(String id, String title, List<Entry> entries) {
        Section {
            entries = List.copyOf(entries);
        }
    }
}
