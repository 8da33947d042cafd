package io.smartblocks.portal.cli;

import io.smartblocks.ledger.embedded.StoredBlocks.Stored;
import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.transaction.FirstDifference;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.SettlementAction.CoSignSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.ReportDifference;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who signed for which settlement, each signature checked with the key that its member had in that block. */
final class SettlementSignatures {

    private static final List<String> WRITTEN = Stream.of("member/", "settlement/", "verification/")
            .map(prefix -> "\"key\":\"" + prefix)
            .toList();

    private final Map<MemberId, Member> members = new HashMap<>();
    private final Map<SettlementId, List<Signed>> found = new HashMap<>();

    /**
     * One that signed for a settlement: who committed it, co-signed it, or found a difference.
     *
     * @param holds whether the signature was made with the member's key over exactly this
     */
    record Signed(String organisation, String member, What what, String difference, boolean holds) {

        boolean isDifference() {
            return what == What.FOUND_A_DIFFERENCE;
        }
    }

    /** What was signed. */
    enum What {
        SETTLED,
        CO_SIGNED,
        FOUND_A_DIFFERENCE
    }

    /** Takes in the next block; one that writes nothing of this kind is not read further. */
    void take(Stored stored) {
        String text = stored.text();
        if (WRITTEN.stream().anyMatch(text::contains)) {
            take(stored.block());
        }
    }

    /** Takes in the next block. */
    void take(Block block) {
        for (CommittedBatch batch : block.batches()) {
            batch.transactions().forEach(this::take);
            batch.writes().forEach(write -> {
                if (write.state() instanceof MemberState member) {
                    members.put(member.member().id(), member.member());
                }
            });
        }
    }

    private void take(Transaction transaction) {
        Payload payload = transaction.body().payload();
        if (payload instanceof CommitSettlement committed) {
            add(committed.id(), transaction, What.SETTLED, "");
        } else if (payload instanceof CoSignSettlement coSigned) {
            add(coSigned.settlement(), transaction, What.CO_SIGNED, "");
        } else if (payload instanceof ReportDifference reported) {
            FirstDifference difference = reported.difference();
            add(reported.settlement(), transaction, What.FOUND_A_DIFFERENCE, difference.toString());
        }
    }

    private void add(SettlementId settlement, Transaction transaction, What what, String difference) {
        MemberId signer = transaction.body().signer();
        Optional<Member> member = Optional.ofNullable(members.get(signer));
        found.computeIfAbsent(settlement, none -> new ArrayList<>())
                .add(new Signed(
                        member.map(known -> known.organisation().value()).orElse(""),
                        signer.value(),
                        what,
                        difference,
                        member.map(Member::publicKey)
                                .filter(transaction::signedWith)
                                .isPresent()));
    }

    /** How many settlements were committed. */
    int settlements() {
        return found.size();
    }

    /** Who signed for a settlement, in the order of the blocks. */
    List<Signed> of(SettlementId settlement) {
        return found.getOrDefault(settlement, List.of());
    }
}
