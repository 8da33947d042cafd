package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.IndexPageState;
import io.smartblocks.ledger.state.IndexState;
import io.smartblocks.ledger.state.IndexValueState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.IndexValue;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The published indexes and their values, as they hold now or as they held in any block. */
public final class IndexView {

    private final Database database;
    private final StandingStates states;

    IndexView(Database database) {
        this.database = database;
        this.states = new StandingStates(database);
    }

    /** All indexes by id. */
    public List<IndexState> indexes() {
        return database.read(c -> Sql.list(c, "select * from price_index order by id", IndexView::index));
    }

    /** One index. */
    public Optional<IndexState> index(IndexId id) {
        return database.read(c -> Sql.one(c, "select * from price_index where id = ?", IndexView::index, id.value()));
    }

    /**
     * The values that hold for some day from one local day up to, and not including, another, in the order of the days.
     *
     * @param asOfBlock the last block that counts; a later correction is not seen
     */
    public List<RecordedIndexValue> values(IndexId index, LocalDate from, LocalDate to, long asOfBlock) {
        List<RecordedIndexValue> versions = database.read(c -> Sql.list(
                c,
                "select v.*, t.id as transaction_id from index_value v"
                        + " left join ledger_transaction t on t.number = v.transaction_number"
                        + " where v.index_id = ? and v.from_day < ? and v.to_day > ? and v.block_number <= ?"
                        + " order by v.from_day, v.block_number, v.batch",
                IndexView::value,
                index.value(),
                to,
                from,
                asOfBlock));
        Map<LocalDate, RecordedIndexValue> last = new LinkedHashMap<>();
        versions.forEach(version -> last.put(version.state().value().from(), version));
        return List.copyOf(last.values());
    }

    /**
     * The pages of an index from one local day up to, and not including, another, in the order of the days.
     *
     * @param asOfBlock the last block that counts; a later correction is not seen
     */
    public List<Recorded<IndexPageState>> pages(IndexId index, LocalDate from, LocalDate to, long asOfBlock) {
        String first = StateKey.indexPage(index, from).value();
        String end = StateKey.indexPage(index, to).value();
        return states.between(first, end, asOfBlock, IndexPageState.class).stream()
                // the id of another index may go on with a day
                .filter(page -> page.state().page().index().equals(index))
                .toList();
    }

    private static IndexState index(ResultSet row) throws SQLException {
        return CanonicalJson.read(row.getString("content"), IndexState.class);
    }

    private static RecordedIndexValue value(ResultSet row) throws SQLException {
        IndexValue value = new IndexValue(
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                new BigDecimal(row.getString("figure")));
        IndexValueState state = new IndexValueState(
                new IndexId(row.getString("index_id")),
                value,
                new MemberId(row.getString("published_by")),
                row.getInt("revision"),
                row.getString("reason"));
        return new RecordedIndexValue(state, row.getLong("block_number"), Sql.transactionId(row));
    }
}
