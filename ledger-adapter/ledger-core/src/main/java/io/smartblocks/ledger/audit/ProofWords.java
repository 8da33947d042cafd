package io.smartblocks.ledger.audit;

import io.smartblocks.ledger.audit.Proved.ProvedState;
import io.smartblocks.ledger.audit.Proved.ProvedTransaction;
import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.port.BlockHeader;
import io.smartblocks.ledger.proof.InclusionPath;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says of a proof without fault what it shows, and what it does not. */
final class ProofWords {

    private static final int MOST_CHARACTERS = 600;

    private final Proof proof;
    private final Known known;
    private final HeaderCheck headers;

    ProofWords(Proof proof, Known known, HeaderCheck headers) {
        this.proof = proof;
        this.known = known;
        this.headers = headers;
    }

    List<String> proved() {
        List<String> words = new ArrayList<>();
        if (proof.proved() instanceof ProvedTransaction transaction) {
            words.addAll(transaction(transaction));
        } else {
            words.add(state((ProvedState) proof.proved()));
        }
        words.add(block(proof.proved()));
        words.addAll(chain());
        return words;
    }

    private List<String> transaction(ProvedTransaction proved) {
        Transaction transaction = proved.transaction();
        TransactionBody body = transaction.body();
        List<String> words = new ArrayList<>();
        words.add("Transaction " + transaction.id() + ": '" + body.signer() + "' asked for "
                + body.payload().action() + " under the request key '" + body.requestKey() + "', by its own clock at "
                + body.statedAt() + ", " + ledger(transaction) + ". The id is the SHA-256 of this text: "
                + shortened(body.canonicalText()));
        SignerKey.stated(transaction)
                .ifPresent(key -> words.add(
                        "It is signed with the key that it states itself, " + key + " (" + signed(transaction) + ")."));
        proof.signerKey().ifPresent(state -> words.add(key(transaction, state)));
        return words;
    }

    private static String ledger(Transaction transaction) {
        return transaction.body().ledger().equals(LedgerId.NONE)
                ? "which founds the ledger that has the transaction's id"
                : "for the ledger " + transaction.body().ledger();
    }

    private String key(Transaction transaction, ProvedState state) {
        Member member = SignerKey.member(state).orElseThrow();
        return "It is signed with the key " + member.publicKey() + " (" + signed(transaction)
                + "). Block " + state.block() + " of "
                + headers.header(state.block()).orElseThrow().header().time() + " wrote it as the key of '"
                + member.id()
                + "': " + shortened(CanonicalJson.write(state.write())) + ", " + place(state, "write") + ".";
    }

    private static String signed(Transaction transaction) {
        InclusionPath path = transaction.signature().path();
        return path.size() == 1
                ? "the signature is over this transaction alone"
                : "the signature is over the root " + transaction.signedRoot() + " of several, this one in place "
                        + (path.index() + 1) + " of " + path.size();
    }

    private static String state(ProvedState proved) {
        return "Under '" + proved.write().key() + "' the block wrote: "
                + shortened(CanonicalJson.write((Record) proved.write().state())) + ".";
    }

    private String block(Proved proved) {
        SignedHeader header = headers.header(proved.block()).orElseThrow();
        BlockHeader made = header.header();
        String thing = proved instanceof ProvedTransaction ? "transaction" : "write";
        return "It stands in block " + made.number() + ", made at " + made.time() + " by '" + made.signer() + "', "
                + place(proved, thing) + ". The block's header has the hash " + header.hash()
                + (made.isUnsigned()
                        ? "; whoever reads the block of Fabric's that it is made from makes the same header, and nobody signs it."
                        : " and is signed with the key " + made.signerKey() + ".");
    }

    private static String place(Proved proved, String thing) {
        return "in batch " + (proved.batch() + 1) + " as " + thing + " "
                + (proved.path().index() + 1) + " of " + proved.path().size();
    }

    private List<String> chain() {
        List<String> words = new ArrayList<>();
        List<SignedHeader> own = proof.headers();
        if (own.size() > 1 && headers.linked()) {
            words.add(follow("The proof's own headers", own.get(0), own.get(own.size() - 1)));
        }
        known.headers()
                .ifPresent(run -> words.add(follow(
                        "The headers that you gave",
                        run.first().orElseThrow(),
                        run.last().orElseThrow())));
        known.head().ifPresent(head -> words.add("They lead to the hash that you know, " + head + "."));
        known.nodeKey().ifPresent(key -> words.add("The key of the block is the one that you know."));
        return words;
    }

    private static String follow(String which, SignedHeader first, SignedHeader last) {
        return which + " follow one another from block " + first.number() + " to block " + last.number() + ", made at "
                + last.header().time() + ", hash " + last.hash() + ".";
    }

    List<String> open() {
        List<String> words = new ArrayList<>();
        SignedHeader last = proof.headers().get(proof.headers().size() - 1);
        if (known.head().isEmpty()) {
            words.add("That others hold the same chain: compare the hash of block "
                    + known.headers().flatMap(HeaderRun::last).orElse(last).number()
                    + " with another party, or give the newest hash that you know with --head"
                    + (known.headers().isEmpty() ? ", and the headers up to it with --headers." : "."));
        }
        if (last.header().isUnsigned()) {
            words.add("That the block of Fabric's which block " + proof.proved().block()
                    + " is made from holds it: what the orderers sign is that one,"
                    + " which only peers of the channel have. Compare the hashes of the headers with a portal of another"
                    + " organisation, which made them from its own peer's blocks.");
        } else if (known.nodeKey().isEmpty()) {
            words.add("Whose key signed the block: compare " + last.header().signerKey()
                    + " with another party, or give the one that you know with --node-key.");
        }
        words.addAll(proof.proved() instanceof ProvedTransaction transaction ? openOf(transaction) : openOfState());
        words.add(
                "That the ledger's rules allowed it, and how many things the block holds: whoever has the whole ledger"
                        + " sees that with 'smartblocks ledger verify'.");
        return words;
    }

    private List<String> openOf(ProvedTransaction proved) {
        List<String> words = new ArrayList<>();
        Transaction transaction = proved.transaction();
        Optional<ProvedState> key = proof.signerKey();
        if (key.isEmpty() && SignerKey.stated(transaction).isEmpty()) {
            words.add("That '" + transaction.body().signer()
                    + "' signed it: the proof does not name the member's key. The"
                    + " signature " + transaction.signature().value() + " is over " + transaction.signedRoot()
                    + " (place "
                    + (transaction.signature().path().index() + 1) + " of "
                    + transaction.signature().path().size() + ").");
        }
        key.filter(state -> state.block() < proved.block())
                .ifPresent(state ->
                        words.add("That the key of '" + transaction.body().signer() + "' was not replaced between"
                                + " block " + state.block() + " and block " + proved.block()
                                + ": for that the signer of block " + proved.block() + " vouches."));
        words.add("What became of it since: a later transaction may correct, dispute or replace it.");
        return words;
    }

    private static List<String> openOfState() {
        return List.of(
                "That it stands there still: a later block may have written it anew.",
                "Which transaction of its batch wrote it, and who signed that.");
    }

    private static String shortened(String text) {
        return text.length() <= MOST_CHARACTERS
                ? text
                : text.substring(0, MOST_CHARACTERS)
                        + String.format(Locale.ROOT, "… (%d characters in all)", text.length());
    }
}
