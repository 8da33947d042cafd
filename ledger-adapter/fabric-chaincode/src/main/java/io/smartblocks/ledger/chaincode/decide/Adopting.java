package io.smartblocks.ledger.chaincode.decide;

import io.smartblocks.ledger.audit.HeaderRun;
import io.smartblocks.ledger.audit.SignedHeader;
import io.smartblocks.ledger.family.BatchDecision;
import io.smartblocks.ledger.family.BlockLimits;
import io.smartblocks.ledger.family.CheckedSignatures;
import io.smartblocks.ledger.family.Families;
import io.smartblocks.ledger.family.SignatureMemo;
import io.smartblocks.ledger.peer.AdoptedPart;
import io.smartblocks.ledger.peer.Adoption;
import io.smartblocks.ledger.peer.Adoption.OpenBlock;
import io.smartblocks.ledger.peer.PeerKeys;
import io.smartblocks.ledger.peer.PeerLimits;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.BlockHeader;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.proof.MerkleTree;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateOverlay;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes over a ledger of one machine, block by block: nothing is believed that its signed chain and the families do not say.
 * Until the end the state of the ledger itself is held back, without which nobody's transaction is taken.
 */
final class Adopting {

    private final Peer peer;
    private final StateOverlay then;
    private final EarlierRequests earlier;
    private final CheckedSignatures signatures = new SignatureMemo();
    private final HeaderRun headers = new HeaderRun(Set.of());
    private Adoption adoption;

    private Adopting(Peer peer) {
        this.peer = peer;
        this.then = new StateOverlay(new PeerStates(peer));
        this.earlier = new EarlierRequests(peer);
        this.adoption = standing(peer);
        if (adoption.ended()) {
            throw new CallRefused("this ledger was taken over already, with " + adoption.blocks()
                    + " blocks; a channel takes over one ledger, once");
        }
        if (then.state(StateKey.ledger()).isPresent()) {
            throw new CallRefused(
                    "a ledger was founded here already; only a channel on which nothing stands takes one over");
        }
        adoption.ledger().map(List::of).ifPresent(then::write);
        adoption.whole().ifPresent(headers::take);
        adoption.open().map(OpenBlock::header).ifPresent(headers::take);
    }

    /** Whether a ledger is being taken over, so that none may be founded. */
    static boolean isUnderway(Peer peer) {
        return peer.read(PeerKeys.ADOPTION).isPresent();
    }

    static Adoption told(Peer peer) {
        Arguments.of(peer, 0, "no argument");
        return inShort(standing(peer));
    }

    private static Adoption standing(Peer peer) {
        return peer.read(PeerKeys.ADOPTION)
                .map(text -> CanonicalJson.read(Texts.of(text), Adoption.class))
                .orElse(Adoption.NONE);
    }

    // the hashes of leaves are for the next call only
    private static Adoption inShort(Adoption adoption) {
        return new Adoption(
                adoption.whole(),
                adoption.open().map(open -> new OpenBlock(open.header(), open.batches(), List.of(), List.of())),
                Optional.empty(),
                adoption.ended());
    }

    static Adoption adopt(Peer peer) {
        Arguments arguments = Arguments.of(peer, 1, "the text of a run of parts of blocks");
        int size = arguments.bytes(0).length;
        if (size > PeerLimits.MOST_BYTES) {
            throw new CallRefused("the parts have " + size + " bytes; expected at most " + PeerLimits.MOST_BYTES
                    + ", divide them over several calls");
        }
        AdoptedPart.Run run = arguments.as(0, AdoptedPart::run);
        return new Adopting(peer).adopt(run.parts());
    }

    private Adoption adopt(List<AdoptedPart> parts) {
        List<Transaction> taken = new ArrayList<>();
        for (AdoptedPart part : parts) {
            take(part);
            part.batches().forEach(batch -> taken.addAll(batch.transactions()));
        }
        earlier.answered(taken, transaction -> true).ifPresent(twice -> {
            throw refused(
                    parts.get(0).number(), "one of its requests, or of a block behind it, was made before: " + twice);
        });
        parts.stream().flatMap(part -> part.batches().stream()).forEach(batch -> earlier.accept(batch.transactions()));
        for (StateEntry write : then.writes()) {
            if (!write.key().equals(StateKey.ledger())) {
                peer.write(PeerKeys.of(write.key()), Texts.bytes(write.state()));
            }
        }
        return kept();
    }

    private Adoption kept() {
        peer.write(PeerKeys.ADOPTION, CanonicalJson.bytes(adoption));
        return inShort(adoption);
    }

    private void take(AdoptedPart part) {
        OpenBlock open = opened(part);
        BlockHeader header = part.header().header();
        if (part.first() != open.batches()) {
            throw refused(
                    part.number(),
                    "it is carried from batch " + part.first() + " on; expected batch " + open.batches()
                            + ", the next");
        }
        List<Hash> transactions = new ArrayList<>(open.transactions());
        List<Hash> changes = new ArrayList<>(open.changes());
        int place = part.first();
        for (CommittedBatch batch : part.batches()) {
            decide(batch, place, header);
            for (Transaction transaction : batch.transactions()) {
                transactions.add(leaf(Block.transactionLeaf(place, transaction)));
            }
            for (StateEntry write : batch.writes()) {
                changes.add(leaf(Block.changeLeaf(place, write)));
            }
            place++;
        }
        Optional<StateEntry> ledger =
                then.state(StateKey.ledger()).map(state -> new StateEntry(StateKey.ledger(), state));
        if (part.last()) {
            check(header, "transactions", transactions, header.transactionsRoot());
            check(header, "writes", changes, header.changesRoot());
            adoption = new Adoption(Optional.of(part.header()), Optional.empty(), ledger, false);
        } else {
            OpenBlock more = new OpenBlock(part.header(), place, transactions, changes);
            adoption = new Adoption(adoption.whole(), Optional.of(more), ledger, false);
        }
    }

    /** What is known of the part's block: it is the one that was begun, or a new one that follows. */
    private OpenBlock opened(AdoptedPart part) {
        Optional<OpenBlock> open = adoption.open();
        if (open.isPresent()) {
            if (!open.get().header().equals(part.header())) {
                throw refused(
                        part.number(),
                        "block " + open.get().header().number() + " was taken over in part; expected the rest");
            }
            return open.get();
        }
        checkFollows(part.header());
        return new OpenBlock(part.header(), 0, List.of(), List.of());
    }

    private void checkFollows(SignedHeader next) {
        if (next.number() != adoption.blocks()) {
            throw refused(next.number(), "expected block " + adoption.blocks() + ", the next");
        }
        if (next.header().isUnsigned()) {
            throw refused(next.number(), "no member signed it; expected a block of a ledger of one machine");
        }
        headers.take(next).ifPresent(wrong -> {
            throw new CallRefused(wrong);
        });
        Instant latest = peer.time().plus(PeerLimits.CLOCK_TOLERANCE);
        if (next.header().time().isAfter(latest)) {
            throw refused(
                    next.number(),
                    "it was made at " + next.header().time() + ", but the time is " + peer.time()
                            + " here; check the clock of the machine that made it");
        }
    }

    private void decide(CommittedBatch batch, int place, BlockHeader header) {
        BlockLimits limits = new BlockLimits(header.number(), header.time());
        BatchDecision decision = Families.decide(batch.transactions(), then, limits, signatures);
        if (decision instanceof BatchDecision.Refused refused) {
            throw refused(
                    header.number(),
                    "by the rules here, transaction " + refused.place() + " of batch " + place + " is refused ("
                            + refused.code().code() + "): " + refused.message());
        }
        List<StateEntry> writes = ((BatchDecision.Applied) decision).writes();
        if (!writes.equals(batch.writes())) {
            throw refused(
                    header.number(),
                    "by the rules here, batch " + place + " writes something else than stands in it: "
                            + difference(writes, batch.writes()));
        }
        then.write(writes);
    }

    private static String difference(List<StateEntry> here, List<StateEntry> there) {
        for (int i = 0; i < Math.min(here.size(), there.size()); i++) {
            if (!here.get(i).equals(there.get(i))) {
                return "'" + here.get(i).key() + "' here, '" + there.get(i).key() + "' there";
            }
        }
        return here.size() + " states here, " + there.size() + " there";
    }

    private static void check(BlockHeader header, String what, List<Hash> leaves, Hash expected) {
        Hash root =
                MerkleTree.overHashes(leaves.stream().map(Hash::bytes).toList()).root();
        if (!root.equals(expected)) {
            throw refused(
                    header.number(),
                    "its " + what + " have the root " + root + ", but its signed header says " + expected);
        }
    }

    private static Hash leaf(byte[] text) {
        return Hash.ofDigest(MerkleTree.leafHash(text));
    }

    static Adoption end(Peer peer) {
        Hash last = Arguments.of(peer, 1, "the hash of the last block's header").as(0, Hash::new);
        return new Adopting(peer).end(last);
    }

    private Adoption end(Hash last) {
        Optional<Hash> here = adoption.open().isPresent()
                ? Optional.empty()
                : adoption.whole().map(SignedHeader::hash);
        if (here.isEmpty() || !here.get().equals(last)) {
            throw new CallRefused("the last block has the hash " + last + ", but " + adoption.blocks()
                    + " blocks were taken over to their end"
                    + here.map(hash -> ", the last with the hash " + hash).orElse(""));
        }
        StateEntry ledger = adoption.ledger()
                .orElseThrow(() -> new CallRefused("no ledger was founded in the blocks that were taken over"));
        peer.write(PeerKeys.of(ledger.key()), Texts.bytes(ledger.state()));
        adoption = new Adoption(adoption.whole(), Optional.empty(), Optional.empty(), true);
        return kept();
    }

    private static CallRefused refused(long block, String why) {
        return new CallRefused("block " + block + " is not taken over: " + why);
    }
}
