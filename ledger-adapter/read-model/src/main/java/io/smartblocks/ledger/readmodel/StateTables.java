package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.HoldState;
import io.smartblocks.ledger.state.IndexState;
import io.smartblocks.ledger.state.IndexValueState;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.ReadingsState;
import io.smartblocks.ledger.state.SettlementState;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** Sorts the states that a block writes into the tables that are read by name. */
final class StateTables {

    private final Block block;
    private final AgreementRows agreements;
    private final SettlementInserts settlements;
    private final Rows members = Rows.current("member", "id", "organisation, name, status, content");
    private final Rows meters = Rows.current(
            "meter",
            "id",
            "operator, label, site, energy, unit, reading_interval, zone, block_number, measure, rolls_over_at");
    private final Rows pages = Rows.added(
            "readings_page",
            "meter_id, local_day, block_number, batch, revision, zone, starts_at, reading_interval, unit, scale,"
                    + " readings, quality, recorded_by, reason, transaction_id, flags");
    private final Rows indexes = Rows.current("price_index", "id", "publisher, label, unit, block_number");
    private final Rows indexValues = Rows.added(
            "index_value",
            "index_id, from_day, to_day, block_number, batch, revision, figure, published_by, reason,"
                    + " transaction_id");
    private final Rows holds = Rows.current(
            "hold",
            "agreement_id, period_name, from_day",
            "to_day, version, as_of_block, stated_by, released, changed_at, changed_in, content");
    private final Connection connection;

    StateTables(Connection connection, Block block) {
        this.connection = connection;
        this.block = block;
        this.agreements = new AgreementRows(connection, block);
        this.settlements = new SettlementInserts(block);
    }

    void add(StateEntry write, int batch, Optional<String> transaction) throws SQLException {
        State state = write.state();
        if (state instanceof ReadingsState readings) {
            add(readings, batch, transaction);
        } else if (state instanceof IndexValueState value) {
            add(value, batch, transaction);
        } else if (state instanceof MemberState member) {
            add(member.member(), CanonicalJson.write(member));
        } else if (state instanceof MeterState meter) {
            add(meter);
        } else if (state instanceof IndexState index) {
            indexes.add(index.index().value(), index.publisher().value(), index.label(), index.unit(), block.number());
        } else if (state instanceof AgreementState agreement) {
            agreements.add(agreement);
        } else if (state instanceof SettlementState settlement) {
            settlements.add(settlement, transaction.orElseThrow());
        } else if (state instanceof HoldState hold) {
            add(hold);
        }
    }

    void write() throws SQLException {
        for (Rows rows : new Rows[] {members, meters, pages, indexes, indexValues, holds}) {
            rows.write(connection);
        }
        agreements.write();
        settlements.write(connection);
    }

    private void add(ReadingsState state, int batch, Optional<String> transaction) {
        ReadingsPage page = state.page();
        pages.add(
                page.meter().value(),
                page.day(),
                block.number(),
                batch,
                state.revision(),
                page.zone().getId(),
                page.start(),
                page.interval().value(),
                page.unit(),
                page.scale(),
                StoredReadings.write(page.values()),
                page.quality(),
                state.recordedBy().value(),
                state.reason(),
                transaction,
                page.flags());
    }

    private void add(IndexValueState state, int batch, Optional<String> transaction) {
        indexValues.add(
                state.index().value(),
                state.value().from(),
                state.value().to(),
                block.number(),
                batch,
                state.revision(),
                state.value().value().toPlainString(),
                state.publishedBy().value(),
                state.reason(),
                transaction);
    }

    private void add(Member member, String content) {
        members.add(
                member.id().value(),
                member.organisation().value(),
                member.name(),
                member.status().name().toLowerCase(Locale.ROOT),
                content);
    }

    private void add(MeterState meter) {
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
                meter.rollsOverAt().map(BigDecimal::toPlainString));
    }

    private void add(HoldState hold) {
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
