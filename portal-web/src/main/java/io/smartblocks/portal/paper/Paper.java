package io.smartblocks.portal.paper;

import java.util.List;

/** A page as a PDF, or why there is none. */
public sealed interface Paper {

    /** The file; the same page always gives the same bytes. */
    record Printed(byte[] pdf) implements Paper {
        public Printed {
            pdf = pdf.clone();
        }

        @Override
        public byte[] pdf() {
            return pdf.clone();
        }
    }

    /** Characters of the text for which the typeface has no sign; a page without them would say something else. */
    record Unprintable(List<String> characters) implements Paper {
        public Unprintable {
            characters = List.copyOf(characters);
        }
    }
}
