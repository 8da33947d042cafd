package io.smartblocks.ledger.audit;

import io.smartblocks.ledger.port.BlockHeader;
import io.smartblocks.ledger.proof.Hash;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Headers of the chain that follow one another, checked one by one as they come; only those that are wanted are kept. */
public final class HeaderRun {

    private final Set<Long> wanted;
    private final TreeMap<Long, SignedHeader> kept = new TreeMap<>();
    private Optional<SignedHeader> first = Optional.empty();
    private Optional<SignedHeader> last = Optional.empty();

    /** A run that keeps the headers with these numbers, besides its first and last. */
    public HeaderRun(Set<Long> wanted) {
        this.wanted = Set.copyOf(wanted);
    }

    /** Takes the next header if it follows the one before; otherwise says what is wrong with it. */
    public Optional<String> take(SignedHeader next) {
        Optional<String> problem = ownProblem(next).or(() -> last.flatMap(before -> linkProblem(before, next)));
        if (problem.isEmpty()) {
            first = first.or(() -> Optional.of(next));
            last = Optional.of(next);
            if (wanted.contains(next.number())) {
                kept.put(next.number(), next);
            }
        }
        return problem.map(words -> "block " + next.number() + ": " + words);
    }

    private static Optional<String> ownProblem(SignedHeader next) {
        if (next.number() < 0) {
            return Optional.of("no block has this number; they are counted from 0");
        }
        if ((next.number() == 0) != next.header().previousHash().equals(Hash.NONE)) {
            return Optional.of("it names " + next.header().previousHash() + " as the block before");
        }
        boolean nobodySigned = next.header().isUnsigned() && next.signature().equals(BlockHeader.NO_SIGNATURE);
        return nobodySigned || next.signatureHolds()
                ? Optional.empty()
                : Optional.of("its signature was not made with the key "
                        + next.header().signerKey() + " over its hash " + next.hash());
    }

    private static Optional<String> linkProblem(SignedHeader before, SignedHeader next) {
        BlockHeader header = next.header();
        if (next.number() != before.number() + 1) {
            return Optional.of("it stands where block " + (before.number() + 1) + " is expected");
        }
        if (!header.previousHash().equals(before.hash())) {
            return Optional.of(
                    "it names " + header.previousHash() + " as the block before, whose hash is " + before.hash());
        }
        if (header.time().isBefore(before.header().time())) {
            return Optional.of("its time " + header.time() + " lies before that of the block before, "
                    + before.header().time());
        }
        return header.signerKey().equals(before.header().signerKey())
                ? Optional.empty()
                : Optional.of("it is signed with another key than the blocks before");
    }

    /** The header with the number, if it came and was wanted. */
    public Optional<SignedHeader> header(long number) {
        return Optional.ofNullable(kept.get(number));
    }

    /** The first header that came. */
    public Optional<SignedHeader> first() {
        return first;
    }

    /** The last header that came. */
    public Optional<SignedHeader> last() {
        return last;
    }
}
