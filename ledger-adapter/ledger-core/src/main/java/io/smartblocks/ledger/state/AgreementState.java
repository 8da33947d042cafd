package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A version of an agreement in its life; stands under {@code agreement/<id>/<version>}. */
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

    /** Came into force once: it governs the days from {@code terms.governsFrom()} to its last day. */
    sealed interface Governing extends AgreementState {

        /** The last local day that it governs, as it stands now. */
        LocalDate lastDay();
    }

    /** In force or suspended: what its parties still decide on. */
    sealed interface Standing extends Governing {

        MemberId activatedBy();

        Instant activatedAt();

        /** What ends it early, if anything does. */
        Optional<Termination> termination();

        /** What some but not all parties have asked for. */
        List<Consent> asked();

        @Override
        default LocalDate lastDay() {
            return termination()
                    .map(Termination::lastDay)
                    .orElse(proposal().terms().to());
        }
    }

    /** In force. */
    record Active(
            Proposal proposal,
            List<PartySignature> signatures,
            MemberId activatedBy,
            Instant activatedAt,
            Optional<Termination> termination,
            List<Consent> asked)
            implements Standing {
        public Active {
            signatures = List.copyOf(signatures);
            asked = List.copyOf(asked);
        }
    }

    /** In force, but all parties agreed that nothing is settled for now. */
    record Suspended(
            Proposal proposal,
            List<PartySignature> signatures,
            MemberId activatedBy,
            Instant activatedAt,
            Optional<Termination> termination,
            List<Consent> asked,
            Instant suspendedAt,
            List<Consent> suspendedBy)
            implements Standing {
        public Suspended {
            signatures = List.copyOf(signatures);
            asked = List.copyOf(asked);
            suspendedBy = List.copyOf(suspendedBy);
        }
    }

    /** How an agreement ended. */
    enum Ending {
        EXPIRED,
        TERMINATED,
        REPLACED
    }

    /**
     * Ended; it still governs its days.
     *
     * @param lastDay the last local day that it governs; with a replaced version it may lie ahead
     * @param endedBy the member that closed it or brought its successor into force
     * @param endedAt when
     * @param replacedBy the version that took its place
     */
    record Ended(
            Proposal proposal,
            List<PartySignature> signatures,
            MemberId activatedBy,
            Instant activatedAt,
            Ending ending,
            LocalDate lastDay,
            MemberId endedBy,
            Instant endedAt,
            Optional<Termination> termination,
            Optional<String> replacedBy)
            implements Governing {
        public Ended {
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
