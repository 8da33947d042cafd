package io.smartblocks.portal.members;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.words.Words;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The settled periods between a reader's organisation and another one, which can be rated. */
@Component
class Deals {

    /** One settled period, as a choice. */
    record Settled(String key, String words, CommitSettlement settlement) {}

    private static final int MOST = 200;

    private final ReadModel read;
    private final Access access;
    private final Words say;

    Deals(ReadModel read, Access access, Words say) {
        this.read = read;
        this.access = access;
        this.say = say;
    }

    /** The newest first. */
    List<Settled> between(Account reader, Member other) {
        List<SettlementRecord> newest = access.organisation(reader)
                .map(own -> read.settlements().between(own, other.organisation(), MOST))
                .orElse(List.of());
        Map<String, Settled> deals = new LinkedHashMap<>();
        newest.stream()
                .map(SettlementRecord::settlement)
                .flatMap(settlement -> read
                        .agreements()
                        .agreement(settlement.agreement(), settlement.version())
                        .map(agreement -> settled(agreement, settlement))
                        .stream())
                .forEach(deal -> deals.putIfAbsent(deal.key(), deal));
        return deals.values().stream()
                .sorted(Comparator.comparing((Settled deal) -> deal.settlement().from())
                        .reversed())
                .toList();
    }

    /** The one that was chosen. */
    Optional<CommitSettlement> chosen(Account reader, Member other, String key) {
        return between(reader, other).stream()
                .filter(deal -> deal.key().equals(key))
                .map(Settled::settlement)
                .findFirst();
    }

    private Settled settled(AgreementRecord agreement, CommitSettlement settlement) {
        return new Settled(
                settlement.agreement() + "/" + settlement.period() + "/" + settlement.from(),
                say.message(
                        "member.deal.option",
                        agreement.proposal().title(),
                        say.period(settlement.from(), settlement.to())),
                settlement);
    }
}
