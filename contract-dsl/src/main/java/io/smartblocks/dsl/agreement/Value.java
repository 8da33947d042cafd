package io.smartblocks.dsl.agreement;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import java.util.List;
import java.util.Optional;

/** The right side of a definition, before its limits. */
public sealed interface Value {

    /** One expression. */
    record Plain(Expr expr) implements Value {}

    /** {@code A when c1; B when c2; C otherwise}: arms are disjoint, the last takes the rest. */
    record Cases(List<Arm> arms, Expr otherwise) implements Value {
        public Cases {
            arms = List.copyOf(arms);
        }
    }

    /** One case. */
    record Arm(Expr expr, Condition when) {}

    /**
     * {@code X in bands: the first 100 MWh at 70 %; …; the rest at 30 %, counted from the start of Contract Year}: marginal
     * bands over the running position of X.
     */
    record Banded(Expr of, List<Band> bands, Optional<String> countedFrom, Unit unit) implements Value {
        public Banded {
            bands = List.copyOf(bands);
        }
    }

    /** A band up to a position, the last without one, and what each unit of it counts. */
    record Band(Optional<Expr> upTo, Expr at) {}

    /** {@code table X in kWh by Contract Year: 1: 300,000; 2 to 5: 320,000}: a value for each of the periods, from 1 on. */
    record Table(String by, List<Row> rows, Unit unit) implements Value {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /** One row of a table: the value of the periods {@code first} to {@code last}, both included, in base units. */
    record Row(int first, int last, Exact value) {}
}
