package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.state.ReadingsState;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows that one block writes of readings. */
final class DayPages {

    private final Block block;
    private final List<Version> versions = new ArrayList<>();

    /** A version of a page, and the number of the transaction that brought it where that is known. */
    private record Version(ReadingsState state, Optional<Long> transaction) {

        String meter() {
            return state.page().meter().value();
        }
    }

    DayPages(Block block) {
        this.block = block;
    }

    void add(ReadingsState state, Optional<Long> transaction) {
        versions.add(new Version(state, transaction));
    }

    List<String> meters() {
        return versions.stream().map(Version::meter).toList();
    }

    void write(Connection connection, Map<String, Integer> names) throws SQLException {
        List<Object[]> rows = new ArrayList<>(versions.size());
        List<Object[]> givingWay = new ArrayList<>();
        for (Version version : versions) {
            ReadingsPage page = version.state().page();
            int revision = version.state().revision();
            long place = PagePlace.of(names.get(version.meter()), page.day(), revision);
            rows.add(new Object[] {place, block.number(), version.transaction(), PageBytes.of(version.state())});
            if (PagePlace.mayBeTaken(page.day(), revision)) {
                givingWay.add(new Object[] {place});
            }
        }
        Sql.batch(connection, "delete from day_page where place = ?", givingWay);
        Sql.batch(
                connection,
                "insert into day_page (place, block_number, transaction_number, body) values (?, ?, ?, ?)",
                rows);
    }
}
