package io.smartblocks.dsl.render;

import io.smartblocks.dsl.wording.Phrase;
import java.util.List;
import java.util.Optional;

/** One thing in a section. */
sealed interface Entry {

    /** A sentence of the text. */
    record Statement(List<Phrase> words) implements Entry {
        public Statement {
            words = List.copyOf(words);
        }
    }

    /** A Term, its sentence, and what the checker found out about it. */
    record Defined(String name, List<Phrase> words, Optional<String> note) implements Entry {
        public Defined {
            words = List.copyOf(words);
        }
    }

    /** A numbered clause: its sentences, or the prose that it reads. */
    record Numbered(
            String number, String title, List<String> exceptionTo, List<List<Phrase>> sentences, Optional<String> prose)
            implements Entry {
        public Numbered {
            exceptionTo = List.copyOf(exceptionTo);
            sentences = List.copyOf(sentences);
        }
    }

    /** A scenario; each row holds what is given, what is settled then and what is expected of it. */
    record Example(String name, Optional<String> follows, List<Row> rows) implements Entry {
        public Example {
            rows = List.copyOf(rows);
        }
    }

    /** What is given, settled and expected, one after the other. */
    record Row(List<List<Phrase>> given, List<List<Phrase>> settled, List<List<Phrase>> expected) {
        public Row {
            given = List.copyOf(given);
            settled = List.copyOf(settled);
            expected = List.copyOf(expected);
        }
    }
}
