package io.smartblocks.portal.api.v1;

import io.smartblocks.ledger.family.RefusalCode;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.api.problem.Kind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Where requests were committed. */
@Schema(description = "Where the transactions stand now; the same request again gives the same answer")
record Submitted(
        long block,
        @Schema(description = "Their ids, in their order") List<String> transactions) {

    /** The answer to what the ledger decided; what it refused is a problem. */
    static Submitted of(Submission submission) {
        if (submission instanceof Submission.Refused refused) {
            boolean used = refused.code().equals(RefusalCode.REQUEST_KEY_USED.code());
            throw new ApiProblem(
                    used ? Kind.KEY_REUSED : Kind.REFUSED,
                    refused.message(),
                    "transaction " + refused.transaction() + ": " + refused.code(),
                    used
                            ? "Take another key for another request; the first one keeps its answer."
                            : "Mend what the ledger says and send it under another request key.");
        }
        Submission.Committed committed = (Submission.Committed) submission;
        return new Submitted(
                committed.block(),
                committed.transactions().stream().map(Object::toString).toList());
    }
}
