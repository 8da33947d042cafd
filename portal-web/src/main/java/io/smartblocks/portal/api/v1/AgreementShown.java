package io.smartblocks.portal.api.v1;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.PartySignature;
import io.smartblocks.ledger.state.Proposal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One version of an agreement. */
@Schema(name = "Agreement", description = "One version of an agreement and where it is in its life")
record AgreementShown(
        @Schema(example = "campus-supply") String id,
        @Schema(example = "1.0") String version,
        @Schema(example = "Campus supply") String title,

        @Schema(allowableValues = {"proposed", "signed", "active", "suspended", "ended", "withdrawn"})
        String state,

        @Schema(
                description = "The organisation behind each party's term",
                example = "{\"Supplier\":\"harbour-energy\"}")
        Map<String, String> parties,

        List<Signature> signatures,
        @Schema(description = "SHA-256 of the text") String textHash,

        @Schema(description = "SHA-256 of the compiled form, from which it is settled")
        String compiledHash,

        Instant proposedAt,
        Instant changedAt,

        @Schema(description = "The block that changed it last")
        long changedIn) {

    /** That a party signed. */
    @Schema(name = "PartySignature")
    record Signature(String organisation, String signer, Instant statedAt, String transaction) {
        static Signature of(PartySignature signature) {
            return new Signature(
                    signature.organisation().value(),
                    signature.signer().value(),
                    signature.statedAt(),
                    signature.transaction().toString());
        }
    }

    static AgreementShown of(AgreementRecord record) {
        Proposal proposal = record.proposal();
        Map<String, String> parties = new TreeMap<>();
        proposal.parties().forEach((term, organisation) -> parties.put(term, organisation.value()));
        return new AgreementShown(
                proposal.agreement().value(),
                proposal.version(),
                proposal.title(),
                state(record.state()),
                parties,
                record.state().signatures().stream().map(Signature::of).toList(),
                proposal.textHash().toString(),
                proposal.compiledHash().toString(),
                record.proposedAt(),
                record.changedAt(),
                record.changedIn());
    }

    /** The names of the states are those of their types. */
    private static String state(AgreementState state) {
        return state.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
