package io.smartblocks.portal.cli;

import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.FirstDifference;
import io.smartblocks.portal.cli.SettlementSignatures.Signed;
import io.smartblocks.portal.cli.SettlementSignatures.What;
import io.smartblocks.runtime.run.Verification;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of computing one committed settlement again.
 *
 * @param difference the first value that differs, where another result came out
 * @param engine the version that settled
 * @param signed who signed for it, and whether the signatures hold
 */
record VerifiedSettlement(
        String agreement,
        String period,
        LocalDate from,
        int revision,
        long block,
        Result result,
        Optional<FirstDifference> difference,
        String message,
        String engine,
        List<Signed> signed) {

    /** How it came out. */
    enum Result {
        SAME,
        DIFFERENT,
        NOT_VERIFIED
    }

    static VerifiedSettlement of(SettlementRecord record, Verification found, List<Signed> signed) {
        return new VerifiedSettlement(
                record.settlement().agreement().value(),
                record.settlement().period(),
                record.settlement().from(),
                record.settlement().revision(),
                record.block(),
                result(found),
                found instanceof Verification.Different different ? Optional.of(different.first()) : Optional.empty(),
                words(found),
                record.settlement().engine(),
                signed);
    }

    private static Result result(Verification found) {
        if (found instanceof Verification.Same) {
            return Result.SAME;
        }
        return found instanceof Verification.Different ? Result.DIFFERENT : Result.NOT_VERIFIED;
    }

    private static String words(Verification found) {
        if (found instanceof Verification.Same same) {
            return "the same bytes, " + same.statementHash();
        }
        if (found instanceof Verification.Different different) {
            FirstDifference first = different.first();
            return "different: %s is %s on the ledger and %s here"
                    .formatted(first.where(), shown(first.committed()), shown(first.computed()));
        }
        return found instanceof Verification.NotSettled not
                ? "cannot be computed again: " + not.reason()
                : ((Verification.Unknown) found).message();
    }

    private static String shown(String value) {
        return value.isEmpty() ? "missing" : value;
    }

    /** Whether the same came out, and all who signed did so. */
    boolean sound() {
        return result == Result.SAME && signed.stream().allMatch(Signed::holds);
    }

    /** Whether another party's runtime co-signed it. */
    boolean coSigned() {
        return signed.stream().anyMatch(each -> each.what() == What.CO_SIGNED);
    }

    /** One line, and one more for whatever else a reader must know. */
    List<String> lines() {
        return Stream.concat(
                        Stream.of("%s: %s from %s, revision %d, block %d: %s; %s"
                                .formatted(agreement, period, from, revision, block, message, signers())),
                        signed.stream().flatMap(each -> warning(each).stream()))
                .toList();
    }

    private String signers() {
        String committed = names(What.SETTLED);
        String coSigned = names(What.CO_SIGNED);
        return "settled by " + committed + (coSigned.isEmpty() ? ", not co-signed" : ", co-signed by " + coSigned);
    }

    private String names(What what) {
        return String.join(
                ", ",
                signed.stream()
                        .filter(each -> each.what() == what)
                        .map(Signed::organisation)
                        .distinct()
                        .toList());
    }

    private static Optional<String> warning(Signed signed) {
        if (!signed.holds()) {
            return Optional.of("  the signature of %s is not that of its key".formatted(signed.member()));
        }
        return signed.isDifference()
                ? Optional.of("  %s found a difference: %s".formatted(signed.organisation(), signed.difference()))
                : Optional.empty();
    }
}
