package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.Row.allowed;
import static io.smartblocks.ledger.family.Row.refused;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.IndexAction.CorrectIndexValue;
import io.smartblocks.ledger.transaction.IndexAction.PublishIndexValues;
import io.smartblocks.ledger.transaction.IndexAction.RegisterIndex;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.IndexValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IndexFamilyTests {

    private static final IndexId INDEX = IndexId.of("PEG monthly", "Gas Index");

    @ParameterizedTest
    @MethodSource("rows")
    void who_may_publish_what(Row row) {
        World world = World.peopled();
        world.must("exchange", register(INDEX));
        world.must("exchange", publish(value(9, 10, "0.0400"), value(10, 11, "0.0410")));
        row.holdsOn(world);
    }

    static Stream<Row> rows() {
        return Stream.of(
                allowed("the publisher goes on", "exchange", publish(value(11, 12, "0.0420"))),
                refused("others do not", "stranger", publish(value(11, 12, "0.0420")), RefusalCode.NOT_ALLOWED),
                refused(
                        "no overlap with what stands",
                        "exchange",
                        publish(value(8, 10, "1")),
                        RefusalCode.INDEX_RANGE_TAKEN),
                refused(
                        "nor within",
                        "exchange",
                        publish(value(11, 12, "1"), value(11, 12, "1")),
                        RefusalCode.INDEX_RANGE_TAKEN),
                refused("a range has days", "exchange", publish(value(12, 12, "1")), RefusalCode.INVALID_CONTENT),
                refused("something is stated", "exchange", publish(), RefusalCode.INVALID_CONTENT),
                allowed("a value is corrected", "exchange", correct(value(9, 10, "0.0399"), "final")),
                refused("with a reason", "exchange", correct(value(9, 10, "0.0399"), ""), RefusalCode.REASON_MISSING),
                refused(
                        "for exactly its range",
                        "exchange",
                        correct(value(9, 11, "0.0399"), "final"),
                        RefusalCode.VALUE_UNKNOWN),
                refused(
                        "to another value",
                        "exchange",
                        correct(value(9, 10, "0.04"), "final"),
                        RefusalCode.NOTHING_CHANGES),
                refused("an index is registered once", "exchange", register(INDEX), RefusalCode.INDEX_EXISTS),
                refused("by its publisher", "stranger", register(IndexId.of("a", "b")), RefusalCode.NOT_ALLOWED),
                allowed("or by the registrar", "registrar", register(IndexId.of("a", "b"))),
                refused(
                        "an index must be known",
                        "exchange",
                        new PublishIndexValues(IndexId.of("a", "b"), List.of(value(1, 2, "1"))),
                        RefusalCode.INDEX_UNKNOWN));
    }

    private static RegisterIndex register(IndexId index) {
        return new RegisterIndex(index, new MemberId("exchange"), "Gas", "EUR per kWh");
    }

    private static PublishIndexValues publish(IndexValue... values) {
        return new PublishIndexValues(INDEX, List.of(values));
    }

    private static CorrectIndexValue correct(IndexValue value, String reason) {
        return new CorrectIndexValue(INDEX, value, reason);
    }

    private static IndexValue value(int fromMonth, int toMonth, String value) {
        return new IndexValue(LocalDate.of(2026, fromMonth, 1), LocalDate.of(2026, toMonth, 1), new BigDecimal(value));
    }
}
