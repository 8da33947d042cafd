package io.smartblocks.portal.settlement;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.Recorded;
import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.state.PaymentState;
import io.smartblocks.ledger.state.VerificationState;
import io.smartblocks.ledger.transaction.FirstDifference;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.words.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says what became of a settlement since: what was paid of it, and who disputes it. */
@Component
class Aftermath {

    /** Where a document stands: how much of it is open, or that nothing is to be paid by it any more. */
    record Standing(String mood, String icon, String words, boolean closed) {}

    /** One thing that happened, the words for it and more about it. */
    record Happened(String words, String more) {}

    /** One party that computed the settlement again: whether it got the same, the words for it and when. */
    record Verified(boolean same, String words, String more, Instant at) {}

    private final ReadModel read;
    private final Names names;
    private final Words say;

    Aftermath(ReadModel read, Names names, Words say) {
        this.read = read;
        this.names = names;
        this.say = say;
    }

    /** Where each document stands, in their order. */
    List<Standing> standing(SettlementAccount account, List<Bill> bills) {
        return bills.stream()
                .map(bill -> account.payables().stream()
                        .filter(payable -> payable.document() == bill.number())
                        .findFirst()
                        .map(payable -> standing(account, payable))
                        .orElseGet(this::nothing))
                .toList();
    }

    private Standing standing(SettlementAccount account, Payable payable) {
        if (account.superseded()) {
            return new Standing("", "clock", say.message("statement.again"), true);
        }
        BigDecimal open = account.open(payable);
        if (open.signum() <= 0) {
            return account.paidOn(payable)
                    .map(day -> new Standing("good", "good", say.message("statement.paid", say.day(day)), true))
                    .orElseGet(this::nothing);
        }
        String words = open.compareTo(payable.amount()) == 0
                ? say.message("statement.waiting")
                : say.message("statement.open", say.number(open), payable.currency());
        return new Standing("accent", "clock", words, false);
    }

    private Standing nothing() {
        return new Standing("good", "good", say.message("statement.nothing.open"), true);
    }

    /** Payments and disputes, the newest first. */
    List<Happened> happened(SettlementAccount account) {
        Stream<Happened> disputes = read.disputes().of(account.settled().id(), newest()).stream()
                .sorted(Comparator.<Recorded<DisputeState>, Long>comparing(Recorded::block)
                        .reversed())
                .flatMap(dispute -> words(dispute.state()).stream());
        Stream<Happened> payments = account.payments().stream()
                .filter(payment ->
                        payment.settlement().revision() <= account.settled().revision())
                .sorted(Comparator.comparing(PaymentState::paidOn).reversed())
                .map(this::words);
        return Stream.concat(disputes, payments).toList();
    }

    /** Who computed it again, and what came of it; those who got something else first. */
    List<Verified> verified(SettlementId settlement) {
        return read.verifications().of(settlement).stream()
                .sorted(Comparator.comparing(VerificationState::coSigned))
                .map(this::words)
                .toList();
    }

    private Verified words(VerificationState found) {
        String who = names.of(found.organisation());
        return found.difference()
                .map(FirstDifference::toString)
                .map(where -> new Verified(
                        false,
                        say.message("statement.differs", who),
                        found.disputed() ? where : say.message("statement.differs.undisputed", where),
                        found.verifiedAt()))
                .orElseGet(() -> new Verified(true, say.message("statement.co.signed", who), "", found.verifiedAt()));
    }

    private long newest() {
        return read.height() - 1;
    }

    private Happened words(PaymentState payment) {
        String sum = say.number(payment.amount()) + ' ' + payment.currency();
        String words = payment.stands()
                ? say.message("statement.paid.sum", sum, say.day(payment.paidOn()))
                : say.message("statement.paid.back", sum, say.day(payment.paidOn()));
        return new Happened(
                words, payment.reversed().orElseGet(() -> say.message("statement.reference", payment.reference())));
    }

    private List<Happened> words(DisputeState dispute) {
        List<Happened> happened = new ArrayList<>();
        dispute.end()
                .map(end -> new Happened(
                        say.message("statement.dispute." + end.verdict().name().toLowerCase(Locale.ROOT)),
                        end.reason()))
                .ifPresent(happened::add);
        String who = names.of(dispute.organisation());
        happened.add(new Happened(
                dispute.clauses().isEmpty()
                        ? say.message("statement.disputed", who)
                        : say.message("statement.disputed.clauses", who, String.join(", ", dispute.clauses())),
                dispute.reason()));
        return happened;
    }
}
