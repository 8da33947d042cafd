package io.smartblocks.dsl.render;

import io.smartblocks.dsl.wording.Phrase;
import java.util.List;

/** A piece of a sentence as a reader meets it. */
sealed interface Piece {

    /** Running words. */
    record Running(List<Phrase> words) implements Piece {
        public Running {
            words = List.copyOf(words);
        }
    }

    /** Words on a line of their own under what leads to them: a case, a limit, a rule for missing readings. */
    record Line(List<Phrase> words) implements Piece {
        public Line {
            words = List.copyOf(words);
        }
    }

    /** Figures in rows; the first cell of each row says what the second is for. */
    record Grid(String heading, String valueHeading, List<Row> rows) implements Piece {
        public Grid {
            rows = List.copyOf(rows);
        }
    }

    /** A row of a grid. */
    record Row(List<Phrase> name, List<Phrase> value) {
        public Row {
            name = List.copyOf(name);
            value = List.copyOf(value);
        }
    }
}
