package io.smartblocks.ledger.audit;

import io.smartblocks.ledger.audit.Proved.ProvedState;
import io.smartblocks.ledger.audit.Proved.ProvedTransaction;
import io.smartblocks.ledger.transaction.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks a proof with nothing but itself and what the one who checks knows from elsewhere. */
public final class ProofCheck {

    private final Proof proof;
    private final Known known;
    private final HeaderCheck headers;

    private ProofCheck(Proof proof, Known known) {
        this.proof = proof;
        this.known = known;
        this.headers = new HeaderCheck(proof.headers(), known);
    }

    /** Checks a proof and says in words what it shows. */
    public static ProofFindings check(Proof proof, Known known) {
        return new ProofCheck(proof, known).findings();
    }

    private ProofFindings findings() {
        List<String> faults = new ArrayList<>(headers.faults());
        placeProblem(proof.proved()).ifPresent(faults::add);
        proof.signerKey().flatMap(this::placeProblem).ifPresent(faults::add);
        signatureProblem().ifPresent(faults::add);
        if (!faults.isEmpty()) {
            return ProofFindings.refused(faults);
        }
        ProofWords words = new ProofWords(proof, known, headers);
        return new ProofFindings(words.proved(), words.open(), List.of());
    }

    private Optional<String> placeProblem(Proved proved) {
        Optional<SignedHeader> header = headers.header(proved.block());
        if (header.isEmpty()) {
            return Optional.of("the proof holds no header of block " + proved.block());
        }
        return proved.standsIn(header.get().header())
                ? Optional.empty()
                : Optional.of("the path of hashes does not lead from " + name(proved)
                        + " to the root in the header of block " + proved.block());
    }

    private static String name(Proved proved) {
        return proved instanceof ProvedTransaction transaction
                ? "transaction " + transaction.transaction().id()
                : "the state under '" + ((ProvedState) proved).write().key() + "'";
    }

    private Optional<String> signatureProblem() {
        if (!(proof.proved() instanceof ProvedTransaction proved)) {
            return proof.signerKey().map(key -> "a state is signed by no member, but the proof names a member's key");
        }
        Transaction transaction = proved.transaction();
        if (!transaction.hasItsId()) {
            return Optional.of("the content of transaction " + transaction.id() + " has another id: "
                    + Transaction.idOf(transaction.body()));
        }
        return SignerKey.stated(transaction)
                .flatMap(stated -> SignerKey.wrong(transaction, stated))
                .or(() -> proof.signerKey().flatMap(state -> SignerKey.problem(state, proved)));
    }
}
