package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.List;
import java.util.Optional;

/** The right side of a definition as written, before its limits. */
public sealed interface ValueSyntax {

    /** One expression. */
    record Plain(ExprSyntax expr) implements ValueSyntax {}

    /** {@code a when c; b otherwise}. */
    record Cases(List<Arm> arms, ExprSyntax otherwise) implements ValueSyntax {
        public Cases {
            arms = List.copyOf(arms);
        }
    }

    /** {@code a when c}. */
    record Arm(ExprSyntax expr, ConditionSyntax when) {}

    /** {@code x in bands: …, counted from the start of P}. */
    record Banded(ExprSyntax of, List<Band> bands, Optional<Word> countedFrom, SourceRange at) implements ValueSyntax {
        public Banded {
            bands = List.copyOf(bands);
        }
    }

    /** One band: how far it goes, unless it is the rest, and what each unit in it counts. */
    record Band(Kind kind, Optional<ExprSyntax> size, ExprSyntax rate, SourceRange at) {
        /** How a band says where it ends. */
        public enum Kind {
            /** {@code up to}: a position. */
            UP_TO,
            /** {@code the first}: a width, from nothing on. */
            FIRST,
            /** {@code the next}: a width, from where the band before ends. */
            NEXT,
            /** {@code above} or {@code the rest}. */
            REST
        }
    }

    /** {@code table X in u by P: 1: 300; 2 to 5: 320}. */
    record Table(UnitSyntax unit, Word by, List<Row> rows) implements ValueSyntax {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /** {@code 2 to 5: 320}. */
    record Row(int first, int last, ExprSyntax.Figure value, SourceRange at) {}
}
