package io.smartblocks.ledger.audit;

import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.proof.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Checks the headers of a proof: each by itself, where they follow one another, and against what is known elsewhere. */
final class HeaderCheck {

    private final List<SignedHeader> headers;
    private final Known known;
    private final List<String> faults = new ArrayList<>();
    private final TreeMap<Long, SignedHeader> byNumber = new TreeMap<>();
    /** The first block from which on the proof's own headers follow one another to its last. */
    private long linkedFrom;

    HeaderCheck(List<SignedHeader> headers, Known known) {
        this.headers = headers;
        this.known = known;
    }

    List<String> faults() {
        if (headers.isEmpty()) {
            return List.of("the proof holds no header of a block");
        }
        checkEach();
        known.headers().ifPresent(this::checkAgainst);
        known.head().ifPresent(this::checkHead);
        known.nodeKey().ifPresent(this::checkKey);
        return faults;
    }

    private void checkEach() {
        HeaderRun run = new HeaderRun(Set.of());
        Optional<SignedHeader> before = Optional.empty();
        for (SignedHeader next : headers) {
            if (before.filter(known -> next.number() != known.number() + 1).isPresent()) {
                run = new HeaderRun(Set.of());
            }
            run.take(next).ifPresent(faults::add);
            before.ifPresent(earlier -> checkOrder(earlier, next));
            byNumber.put(next.number(), next);
            linkedFrom = run.first().map(SignedHeader::number).orElse(next.number());
            before = Optional.of(next);
        }
    }

    private void checkOrder(SignedHeader before, SignedHeader next) {
        if (next.number() <= before.number()
                || next.header().time().isBefore(before.header().time())) {
            faults.add(
                    "block " + next.number() + " does not come after block " + before.number() + " by number and time");
        }
        if (!next.header().signerKey().equals(before.header().signerKey())) {
            faults.add("blocks " + before.number() + " and " + next.number() + " are signed with different keys");
        }
    }

    private void checkAgainst(HeaderRun run) {
        for (SignedHeader header : headers) {
            Optional<SignedHeader> there = run.header(header.number());
            if (there.isEmpty()) {
                faults.add("the headers that you gave " + reach(run) + "; the proof needs block " + header.number());
            } else if (!there.get().equals(header)) {
                faults.add("block " + header.number() + " of the proof is not the one in the headers that you gave");
            }
        }
    }

    private static String reach(HeaderRun run) {
        return run.first().isEmpty()
                ? "are none"
                : "go from block " + run.first().orElseThrow().number() + " to "
                        + run.last().orElseThrow().number();
    }

    private void checkHead(Hash head) {
        Optional<SignedHeader> last = known.headers().isPresent()
                ? known.headers().get().last()
                : Optional.of(headers.get(headers.size() - 1));
        if (last.filter(header -> header.hash().equals(head)).isEmpty()) {
            faults.add("the last header, of block "
                    + last.map(SignedHeader::number).map(Object::toString).orElse("none") + ", has the hash "
                    + last.map(SignedHeader::hash).map(Object::toString).orElse("none") + " and not " + head
                    + "; give the headers up to that hash with --headers, or make the proof with --links");
        }
        if (known.headers().isEmpty() && linkedFrom != headers.get(0).number()) {
            faults.add("nothing links block " + headers.get(0).number() + " to block " + linkedFrom
                    + "; give the headers between them with --headers, or make the proof with --links");
        }
    }

    private void checkKey(VerifyingKey key) {
        SignedHeader last = headers.get(headers.size() - 1);
        if (!last.header().signerKey().equals(key)) {
            faults.add("block " + last.number() + " is signed with the key "
                    + last.header().signerKey() + " and not with the node's, " + key);
        }
    }

    Optional<SignedHeader> header(long number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /** Whether the proof's own headers lead from its first block to its last. */
    boolean linked() {
        return linkedFrom == headers.get(0).number();
    }
}
