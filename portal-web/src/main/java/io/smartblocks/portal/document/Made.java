package io.smartblocks.portal.document;

import java.util.List;

/** A document of a settlement, or why there is none. */
public sealed interface Made {

    /** A file; the same settlement always gives the same bytes. */
    record File(String name, DocumentFormat format, byte[] content) implements Made {
        public File {
            content = content.clone();
        }

        @Override
        public byte[] content() {
            return content.clone();
        }
    }

    /** What is missing or cannot be said, each as a sentence that says how to mend it. */
    record NotMade(List<String> reasons) implements Made {
        public NotMade {
            reasons = List.copyOf(reasons);
        }
    }
}
