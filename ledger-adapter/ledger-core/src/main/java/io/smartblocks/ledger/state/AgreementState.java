package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where an agreement is in its life; stands under {@code agreement/<id>/<version>}. */
public sealed interface AgreementState extends State {

    /** What is, or was, to be signed. */
    Proposal proposal();

    /** The signatures it bears. */
    List<PartySignature> signatures();

    /** The organisations whose signature is still missing, in the order of their ids. */
    default Set<MemberId> unsigned() {
        Set<MemberId> missing = new TreeSet<>(proposal().parties().values());
        signatures().forEach(signature -> missing.remove(signature.organisation()));
        return missing;
    }

    /** Proposed, and signed by nobody yet. */
    record Proposed(Proposal proposal) implements AgreementState {
        @Override
        public List<PartySignature> signatures() {
            return List.of();
        }
    }

    /** Signed by some or all parties, not yet in force. */
    record Signed(Proposal proposal, List<PartySignature> signatures) implements AgreementState {
        public Signed {
            signatures = List.copyOf(signatures);
        }
    }

    /** In force. */
    record Active(Proposal proposal, List<PartySignature> signatures, MemberId activatedBy, Instant activatedAt)
            implements AgreementState {
        public Active {
            signatures = List.copyOf(signatures);
        }
    }

    /** Taken back by a party before it came into force. */
    record Withdrawn(Proposal proposal, List<PartySignature> signatures, MemberId withdrawnBy, String reason)
            implements AgreementState {
        public Withdrawn {
            signatures = List.copyOf(signatures);
        }
    }
}
