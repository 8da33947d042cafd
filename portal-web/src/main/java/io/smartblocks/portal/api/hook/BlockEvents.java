package io.smartblocks.portal.api.hook;

import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.readmodel.BlockSummary;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.TransactionDetail;
import io.smartblocks.ledger.readmodel.TransactionSummary;
import io.smartblocks.ledger.transaction.AgreementAction;
import io.smartblocks.ledger.transaction.AgreementAction.ActivateAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.CloseAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.SignAgreement;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.DisputeSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.HoldSettlement;
import io.smartblocks.ledger.transaction.SettlementId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Finds the events of a block. */
@Component
class BlockEvents {

    private static final Set<String> FAMILIES = Set.of("agreement", "settlement");

    private final ReadModel read;

    BlockEvents(ReadModel read) {
        this.read = read;
    }

    /** What happened in the block with the number, in the order of its transactions. */
    List<Event> of(long number) {
        List<Event> events = new ArrayList<>();
        read.chain().block(number).map(BlockEvents::made).ifPresent(events::add);
        for (TransactionSummary summary : read.chain().transactionsOf(number)) {
            if (FAMILIES.contains(summary.family())) {
                read.chain()
                        .transaction(summary.id())
                        .flatMap(BlockEvents::event)
                        .ifPresent(events::add);
            }
        }
        return events;
    }

    private static Event made(BlockSummary block) {
        return new Event(
                Event.idOf(EventKind.BLOCK_CREATED, block.hash()),
                EventKind.BLOCK_CREATED,
                block.time(),
                Long.toString(block.number()),
                Optional.empty(),
                Optional.empty(),
                new EventData.Made(
                        block.number(),
                        block.hash().toString(),
                        block.previousHash().toString(),
                        block.time(),
                        block.transactions(),
                        "/api/v1/blocks/" + block.number()));
    }

    private static Optional<Event> event(TransactionDetail detail) {
        Payload said = detail.payload();
        TransactionSummary where = detail.summary();
        if (said instanceof CommitSettlement settled) {
            EventKind kind = settled.revision() == 0 ? EventKind.SETTLEMENT_COMMITTED : EventKind.SETTLEMENT_CORRECTED;
            return Optional.of(event(kind, settled.agreement().value(), detail, settled(settled, where)));
        }
        if (said instanceof HoldSettlement held) {
            return Optional.of(
                    event(EventKind.SETTLEMENT_HELD, held.agreement().value(), detail, waiting(held, where)));
        }
        if (said instanceof DisputeSettlement disputed) {
            return Optional.of(event(
                    EventKind.SETTLEMENT_DISPUTED, disputed.agreement().value(), detail, disputed(disputed, where)));
        }
        if (said instanceof ProposeAgreement proposed) {
            return Optional.of(event(
                    EventKind.AGREEMENT_PROPOSED, proposed.agreement().value(), detail, proposed(proposed, where)));
        }
        return said instanceof AgreementAction action
                ? kind(action).map(kind -> event(kind, action.agreement().value(), detail, changed(action, where)))
                : Optional.empty();
    }

    private static Optional<EventKind> kind(AgreementAction action) {
        if (action instanceof SignAgreement) {
            return Optional.of(EventKind.AGREEMENT_SIGNED);
        }
        if (action instanceof ActivateAgreement) {
            return Optional.of(EventKind.AGREEMENT_ACTIVATED);
        }
        return action instanceof CloseAgreement ? Optional.of(EventKind.AGREEMENT_ENDED) : Optional.empty();
    }

    private static Event event(EventKind kind, String subject, TransactionDetail detail, Record data) {
        Instant at = detail.summary().committedAt();
        return new Event(
                Event.idOf(kind, detail.summary().id()),
                kind,
                at,
                subject,
                Optional.of(detail.payload()),
                Optional.empty(),
                data);
    }

    private static Record settled(CommitSettlement settled, TransactionSummary where) {
        return new EventData.Settled(
                settled.agreement().value(),
                settled.version(),
                settled.period(),
                settled.from(),
                settled.to(),
                settled.revision(),
                settled.statementHash().toString(),
                where.place().block(),
                where.id().toString(),
                path(settled.id()));
    }

    private static Record waiting(HoldSettlement held, TransactionSummary where) {
        return new EventData.Waiting(
                held.agreement().value(),
                held.version(),
                held.period(),
                held.from(),
                held.to(),
                held.revision(),
                held.reasons().stream()
                        .map(reason -> new EventData.Waiting.Reason(reason.code(), reason.message()))
                        .toList(),
                where.place().block(),
                where.id().toString());
    }

    private static Record disputed(DisputeSettlement disputed, TransactionSummary where) {
        return new EventData.Disputed(
                disputed.agreement().value(),
                disputed.settlement().period(),
                disputed.settlement().from(),
                disputed.settlement().revision(),
                where.organisation().value(),
                disputed.clauses(),
                disputed.reason(),
                where.place().block(),
                where.id().toString(),
                path(disputed.settlement()));
    }

    private static Record proposed(ProposeAgreement proposed, TransactionSummary where) {
        Map<String, String> parties = new TreeMap<>();
        proposed.parties().forEach((term, organisation) -> parties.put(term, organisation.value()));
        return new EventData.Proposed(
                proposed.agreement().value(),
                proposed.version(),
                proposed.title(),
                parties,
                proposed.textHash().toString(),
                where.organisation().value(),
                where.place().block(),
                where.id().toString(),
                path(proposed));
    }

    private static Record changed(AgreementAction action, TransactionSummary where) {
        return new EventData.Changed(
                action.agreement().value(),
                action.version(),
                where.organisation().value(),
                where.place().block(),
                where.id().toString(),
                path(action));
    }

    private static String path(AgreementAction action) {
        return "/api/v1/agreements/" + action.agreement() + "/versions/" + action.version();
    }

    private static String path(SettlementId id) {
        return "/api/v1/settlements/" + id.agreement() + "/" + Slug.of(id.period()) + "/" + id.from() + "/"
                + id.revision();
    }
}
