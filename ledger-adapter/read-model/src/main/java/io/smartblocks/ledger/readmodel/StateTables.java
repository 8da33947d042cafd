package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.state.DocumentState;
import io.smartblocks.ledger.state.HoldState;
import io.smartblocks.ledger.state.IndexPageState;
import io.smartblocks.ledger.state.IndexState;
import io.smartblocks.ledger.state.IndexValueState;
import io.smartblocks.ledger.state.LedgerState;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.ParticularsState;
import io.smartblocks.ledger.state.PaymentState;
import io.smartblocks.ledger.state.PredictionState;
import io.smartblocks.ledger.state.ReadingsState;
import io.smartblocks.ledger.state.ReputationEvent;
import io.smartblocks.ledger.state.SettledState;
import io.smartblocks.ledger.state.SettlementState;
import io.smartblocks.ledger.state.SiteState;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StatementState;
import io.smartblocks.ledger.state.VerificationState;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.MeterAction;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.SiteId;
import io.smartblocks.ledger.transaction.StatementPlace;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sorts the states that a block writes into the tables that are read by name. */
final class StateTables {

    /** Read by ranges of their keys, as of any block. */
    private static final Set<Class<? extends State>> BY_KEY = Set.of(
            LedgerState.class,
            DocumentState.class,
            ReputationEvent.class,
            ParticularsState.class,
            PredictionState.class,
            IndexPageState.class,
            SettledState.class,
            PaymentState.class);

    private static final List<Table<?>> TABLES = List.of(
            new Table<>(ReadingsState.class, (tables, state, origin) -> tables.pages.add(state, origin.transaction())),
            new Table<>(IndexValueState.class, StateTables::add),
            new Table<>(MemberState.class, StateTables::add),
            new Table<>(MeterState.class, StateTables::add),
            new Table<>(IndexState.class, StateTables::add),
            new Table<>(AgreementState.class, StateTables::add),
            new Table<>(SiteState.class, StateTables::add),
            new Table<>(
                    SettlementState.class,
                    (tables, state, origin) ->
                            tables.settlements.add(state, origin.transaction().orElseThrow())),
            new Table<>(StatementState.class, StateTables::add),
            new Table<>(DisputeState.class, StateTables::add),
            new Table<>(VerificationState.class, StateTables::add),
            new Table<>(HoldState.class, StateTables::add));

    private final Block block;
    private final AgreementRows agreements;
    private final SeenRows seen;
    private final SettlementInserts settlements;
    private final WaitingRows waiting;
    private final Rows members = Rows.current("member", "id", "organisation, name, status, content");
    private final Rows meters = Rows.current(
            "meter",
            "id",
            "operator, label, site, energy, unit, reading_interval, zone, block_number, measure, rolls_over_at,"
                    + " site_id, content");
    private final Rows sites = Rows.current("site", "id", "owner, name, content");
    private final DayPages pages;
    private final Rows indexes = Rows.current("price_index", "id", "publisher, label, unit, block_number, content");
    private final Rows indexValues = Rows.added(
            "index_value",
            "index_id, from_day, to_day, block_number, batch, revision, figure, published_by, reason,"
                    + " transaction_number");
    private final Rows holds = Rows.current(
            "hold",
            "agreement_id, period_name, from_day",
            "to_day, version, as_of_block, stated_by, released, changed_at, changed_in, content");
    private final Rows statements =
            Rows.current("statement", "agreement_id, kind, name, place", "waits, changed_in, content");
    private final Rows disputes = Rows.current(
            "dispute", "agreement_id, period_name, from_day, revision, organisation", "is_open, changed_in, content");
    private final Rows verifications = Rows.current(
            "verification",
            "agreement_id, period_name, from_day, revision, organisation",
            "engine, differs, changed_in, content");
    private final Connection connection;

    StateTables(Connection connection, Block block) {
        this.connection = connection;
        this.block = block;
        this.pages = new DayPages(block);
        this.agreements = new AgreementRows(connection, block);
        this.seen = new SeenRows(connection);
        this.settlements = new SettlementInserts(block);
        this.waiting = new WaitingRows(connection, block);
    }

    void add(StateEntry write, int batch, Optional<Long> transaction) throws SQLException {
        waiting.add(write);
        for (Table<?> table : TABLES) {
            if (table.takes(write.state())) {
                table.add(this, write.state(), new Origin(batch, transaction));
                return;
            }
        }
    }

    /** Whether states of the type have a table of their own, or are read by their keys. */
    static boolean knows(Class<?> type) {
        return BY_KEY.stream().anyMatch(known -> known.isAssignableFrom(type))
                || TABLES.stream().anyMatch(table -> table.type().isAssignableFrom(type));
    }

    /** Whether all that such states ever were stands in the table of theirs. */
    static boolean holdsEveryVersion(State state) {
        return state instanceof ReadingsState || state instanceof SettlementState;
    }

    /** Whether what such a transaction is about leads to it by the place of what it wrote. */
    static boolean hasPlaces(Payload payload) {
        return payload instanceof MeterAction.RecordReadings || payload instanceof MeterAction.CorrectReadings;
    }

    /** The names that its rows need numbers of. */
    List<String> names() {
        return pages.meters();
    }

    /** Which batch of the block wrote a state, and by which transaction where that is known. */
    private record Origin(int batch, Optional<Long> transaction) {}

    /** What is done with the states of one type. */
    @FunctionalInterface
    private interface Adding<S extends State> {
        void add(StateTables tables, S state, Origin origin) throws SQLException;
    }

    private record Table<S extends State>(Class<S> type, Adding<S> adding) {

        boolean takes(State state) {
            return type.isInstance(state);
        }

        void add(StateTables tables, State state, Origin origin) throws SQLException {
            adding.add(tables, type.cast(state), origin);
        }
    }

    void write(Map<String, Integer> names) throws SQLException {
        pages.write(connection, names);
        for (Rows rows :
                new Rows[] {members, meters, sites, indexes, indexValues, statements, disputes, verifications, holds}) {
            rows.write(connection);
        }
        agreements.write();
        seen.write();
        settlements.write(connection);
        waiting.write();
    }

    private void add(IndexValueState state, Origin origin) {
        indexValues.add(
                state.index().value(),
                state.value().from(),
                state.value().to(),
                block.number(),
                origin.batch(),
                state.revision(),
                state.value().value().toPlainString(),
                state.publishedBy().value(),
                state.reason(),
                origin.transaction());
    }

    private void add(MemberState state, Origin origin) {
        Member member = state.member();
        members.add(
                member.id().value(),
                member.organisation().value(),
                member.name(),
                member.status().name().toLowerCase(Locale.ROOT),
                CanonicalJson.write(state));
    }

    private void add(AgreementState agreement, Origin origin) throws SQLException {
        agreements.add(agreement);
        if (agreement instanceof AgreementState.Governing governing) {
            seen.add(governing);
        }
    }

    private void add(SiteState site, Origin origin) {
        sites.add(site.site().value(), site.owner().value(), site.name(), CanonicalJson.write(site));
    }

    private void add(MeterState meter, Origin origin) throws SQLException {
        seen.add(meter);
        meters.add(
                meter.meter().value(),
                meter.operator().value(),
                meter.label(),
                meter.site(),
                meter.energy(),
                meter.unit(),
                meter.interval().value(),
                meter.zone().getId(),
                block.number(),
                meter.measure().name().toLowerCase(Locale.ROOT),
                meter.rollsOverAt().map(BigDecimal::toPlainString),
                SiteId.parse(meter.site()).map(SiteId::value),
                CanonicalJson.write(meter));
    }

    private void add(IndexState index, Origin origin) {
        indexes.add(
                index.index().value(),
                index.publisher().value(),
                index.label(),
                index.unit(),
                block.number(),
                CanonicalJson.write(index));
    }

    private void add(StatementState statement, Origin origin) {
        StatementPlace place = statement.place();
        statements.add(
                place.agreement().value(),
                place.kind(),
                place.name(),
                place.at(),
                statement.pending().isPresent(),
                block.number(),
                CanonicalJson.write(statement));
    }

    private void add(DisputeState dispute, Origin origin) {
        disputes.add(
                dispute.settlement().agreement().value(),
                dispute.settlement().period(),
                dispute.settlement().from(),
                dispute.settlement().revision(),
                dispute.organisation().value(),
                dispute.open(),
                block.number(),
                CanonicalJson.write(dispute));
    }

    private void add(VerificationState found, Origin origin) {
        settlements.add(found);
        verifications.add(
                found.settlement().agreement().value(),
                found.settlement().period(),
                found.settlement().from(),
                found.settlement().revision(),
                found.organisation().value(),
                found.engine(),
                !found.coSigned(),
                block.number(),
                CanonicalJson.write(found));
    }

    private void add(HoldState hold, Origin origin) {
        holds.add(
                hold.agreement().value(),
                hold.period(),
                hold.from(),
                hold.to(),
                hold.version(),
                hold.asOfBlock(),
                hold.statedBy().value(),
                hold.released(),
                block.header().time(),
                block.number(),
                CanonicalJson.write(hold));
    }
}
