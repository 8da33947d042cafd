package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.fabric.Carrier;
import io.smartblocks.ledger.fabric.block.ChannelIdentity;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.StateVersion;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.TransactionDetail;
import io.smartblocks.ledger.readmodel.TransactionSummary;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.VerificationState;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who stands behind a transaction with a signature: who stated it, who sealed its block, who computed it again. */
@Component
class Endorsements {

    /** One signature. */
    record Endorsement(String as, String by, String link, String key) {}

    private final Ledger ledger;
    private final ReadModel read;
    private final ChannelBlocks channel;
    private final Names names;
    private final Words say;

    Endorsements(Ledger ledger, ReadModel read, ChannelBlocks channel, Names names, Words say) {
        this.channel = channel;
        this.ledger = ledger;
        this.read = read;
        this.names = names;
        this.say = say;
    }

    List<Endorsement> of(TransactionDetail detail, Block block) {
        TransactionSummary summary = detail.summary();
        List<Endorsement> all = new ArrayList<>();
        all.add(endorsement(
                "stated",
                summary.signer(),
                key(summary, block).map(VerifyingKey::value).orElse("")));
        if (detail.payload() instanceof CommitSettlement settled) {
            read.verifications().of(settled.id()).stream()
                    .filter(VerificationState::coSigned)
                    .forEach(found -> all.add(endorsement("cosigned", found.verifiedBy(), "")));
        }
        if (!block.header().isUnsigned()) {
            all.add(sealed(block));
        }
        all.addAll(ofChannel(summary));
        return all;
    }

    private Endorsement sealed(Block block) {
        return new Endorsement(
                say.message("endorsed.sealed"),
                names.of(block.header().signer()),
                "",
                block.header().signerKey().value());
    }

    /** On Fabric: whose client brought the batch, and whose peers decided it by the rules. */
    private List<Endorsement> ofChannel(TransactionSummary summary) {
        try {
            return channel.carrier(summary.place().block(), summary.place().batch()).stream()
                    .map(Carrier::transaction)
                    .flatMap(carrier -> Stream.concat(
                            carrier.creator().stream().map(whose -> ofChannel("carried", whose)),
                            carrier.invocation().stream()
                                    .flatMap(call -> call.endorsers().stream())
                                    .map(whose -> ofChannel("endorsed", whose))))
                    .toList();
        } catch (LedgerUnavailable away) {
            return List.of(new Endorsement(say.message("channel.away"), "", "", ""));
        }
    }

    private Endorsement ofChannel(String as, ChannelIdentity whose) {
        return new Endorsement(
                say.message("endorsed." + as),
                ChannelPage.name(whose),
                "",
                whose.certificate().value());
    }

    private Endorsement endorsement(String as, MemberId by, String key) {
        return new Endorsement(say.message("endorsed." + as), names.of(by), "/parties/" + by, key);
    }

    /** The newest key that the signer had by then with which the signature was made. */
    private Optional<VerifyingKey> key(TransactionSummary summary, Block block) {
        Transaction transaction = block.batches()
                .get(summary.place().batch())
                .transactions()
                .get(summary.place().place());
        return ledger.history(StateKey.member(summary.signer())).stream()
                .filter(version -> version.block() <= block.number())
                .map(StateVersion::state)
                .filter(MemberState.class::isInstance)
                .map(state -> ((MemberState) state).member().publicKey())
                .filter(transaction::signatureHolds)
                .reduce((first, last) -> last);
    }
}
