package io.smartblocks.portal.settlement;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.state.PaymentState;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.state.SettlementState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementAction.DisputeSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.RecordPayment;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute.Verdict;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.member.Acting;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.words.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What a party can do about a settlement: dispute it, end a dispute, say what it was paid and what was taken back. */
@Component
class StatementActions {

    /** One thing that is offered; the reason says why it is not possible now. */
    record Offered(String words, String link, String reason) {
        public boolean possible() {
            return reason.isEmpty();
        }
    }

    private final Ledger ledger;
    private final ReadModel read;
    private final Acting acting;
    private final Access access;
    private final Names names;
    private final Words say;

    StatementActions(Ledger ledger, ReadModel read, Acting acting, Access access, Names names, Words say) {
        this.read = read;
        this.ledger = ledger;
        this.acting = acting;
        this.access = access;
        this.names = names;
        this.say = say;
    }

    /** What stands of it on the ledger now; where that is away, what was last read of it. */
    SettlementAccount account(SettlementRecord record) {
        try {
            StateKey key = StateKey.settlement(record.settlement().id());
            return SettlementAccount.of(ledger.state(key, SettlementState.class).orElseThrow(), ledger);
        } catch (LedgerUnavailable away) {
            return SettlementAccount.read(record, read);
        }
    }

    /** Whether and how it can be disputed. */
    Offered dispute(Account reader, SettlementId id) {
        return new Offered(
                say.message("dispute.all"),
                link(id, "dispute", Map.of()),
                acting.foreseen(reader, new DisputeSettlement(id, List.of(), "foreseen"))
                        .orElse(""));
    }

    /** Until when whom the agreement lets dispute it may do so. */
    List<String> windows(SettlementAccount account) {
        return account.disputableUntil().entrySet().stream()
                .map(until -> say.message(
                        "dispute.until",
                        account.agreement()
                                .organisation(until.getKey())
                                .map(names::of)
                                .orElse(until.getKey()),
                        say.day(until.getValue())))
                .toList();
    }

    /** What the reader's party can do about payments and disputes, in the order of the documents. */
    List<Offered> of(Account reader, SettlementAccount account) {
        List<Offered> offered = new ArrayList<>();
        SettlementId id = account.settled().id();
        for (Payable payable : account.payables()) {
            if (isParty(reader, account.agreement(), payable.payee())) {
                received(reader, account, payable).ifPresent(offered::add);
                account.payments(payable).stream()
                        .filter(PaymentState::stands)
                        .map(payment -> new Offered(
                                say.message("unpaid.button.of", payment.reference()),
                                link(
                                        payment.settlement(),
                                        "unpaid",
                                        new TreeMap<>(Map.of(
                                                "document",
                                                "" + payable.document(),
                                                "reference",
                                                payment.reference()))),
                                ""))
                        .forEach(offered::add);
            }
        }
        account.disputes().stream()
                .filter(DisputeState::open)
                .filter(dispute -> access.organisation(reader).isPresent())
                .map(dispute -> resolve(reader, dispute))
                .forEach(offered::add);
        return offered;
    }

    private Optional<Offered> received(Account reader, SettlementAccount account, Payable payable) {
        BigDecimal open = account.open(payable);
        SettlementId id = account.settled().id();
        return open.signum() <= 0
                ? Optional.empty()
                : Optional.of(new Offered(
                        say.message("paid.button.of", payable.document()),
                        link(id, "paid", Map.of("document", "" + payable.document())),
                        acting.foreseen(
                                        reader,
                                        new RecordPayment(id, payable.document(), open, settledOn(account), "foreseen"))
                                .orElse("")));
    }

    private static LocalDate settledOn(SettlementAccount account) {
        return LocalDate.ofInstant(
                account.state().committedAt(), account.agreement().terms().zone());
    }

    private Offered resolve(Account reader, DisputeState dispute) {
        List<Verdict> verdicts = verdicts(reader, dispute);
        return new Offered(
                say.message("resolve.button.of", names.of(dispute.organisation())),
                link(
                        dispute.settlement(),
                        "resolve",
                        Map.of("by", dispute.organisation().value())),
                acting.foreseen(
                                reader,
                                new ResolveDispute(
                                        dispute.settlement(), dispute.organisation(), verdicts.get(0), "foreseen"))
                        .orElse(""));
    }

    /** Nobody is judge in its own cause: others uphold a dispute, who disputes gives it up. */
    List<Verdict> verdicts(Account reader, DisputeState dispute) {
        boolean own = access.organisation(reader).equals(Optional.of(dispute.organisation()));
        return own ? List.of(Verdict.WITHDRAWN, Verdict.REJECTED) : List.of(Verdict.UPHELD);
    }

    /** The open dispute of an organisation. */
    Optional<DisputeState> open(SettlementAccount account, String organisation) {
        return account.disputes().stream()
                .filter(DisputeState::open)
                .filter(dispute -> dispute.organisation().value().equals(organisation))
                .findFirst();
    }

    private boolean isParty(Account reader, Proposal agreement, String term) {
        Optional<MemberId> own = access.organisation(reader);
        return own.isPresent() && agreement.is(term, own.get());
    }

    static String link(SettlementId id, String key, Map<String, String> parameters) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromUriString(SettlementRows.link(id)).pathSegment("act", key);
        parameters.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }
}
