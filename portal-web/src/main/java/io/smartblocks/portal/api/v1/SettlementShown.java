package io.smartblocks.portal.api.v1;

import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.readmodel.SettlementDocument;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A committed settlement without its statement. */
@Schema(name = "Settlement", description = "A committed settlement: who pays what, and where it stands on the ledger")
record SettlementShown(
        @Schema(example = "campus-supply") String agreement,
        @Schema(example = "1.0") String version,
        @Schema(example = "Billing Month") String period,

        @Schema(description = "The period's name in addresses", example = "billing-month")
        String periodPath,

        LocalDate from,

        @Schema(description = "The local day after the last")
        LocalDate to,

        @Schema(description = "0 at first, then one more with each correction")
        int revision,

        List<Payment> payments,
        @Schema(description = "SHA-256 of the statement") String statementHash,
        @Schema(description = "SHA-256 of the evidence") String evidenceDigest,
        long asOfBlock,
        String engine,
        String committedBy,
        Instant committedAt,
        long block,
        String transaction) {

    /** Who pays whom; decimals are strings so that no digit is lost. */
    @Schema(name = "Payment", description = "Who pays whom how much; empty where the statement does not say")
    record Payment(
            @Schema(example = "Client") String payer,
            @Schema(example = "Supplier") String payee,
            @Schema(example = "1284.50") String net,
            @Schema(example = "295.44") String vat,
            @Schema(example = "1579.94") String gross,
            @Schema(example = "EUR") String currency,
            @Schema(example = "2026-11-30") String due) {
        static Payment of(SettlementDocument document) {
            return new Payment(
                    document.payer().orElse(""),
                    document.payee().orElse(""),
                    plain(document.net()),
                    plain(document.vat()),
                    plain(document.gross()),
                    document.currency().orElse(""),
                    document.due().map(LocalDate::toString).orElse(""));
        }

        private static String plain(Optional<BigDecimal> value) {
            return value.map(BigDecimal::toPlainString).orElse("");
        }
    }

    static SettlementShown of(SettlementRecord record) {
        CommitSettlement settled = record.settlement();
        return new SettlementShown(
                settled.agreement().value(),
                settled.version(),
                settled.period(),
                Slug.of(settled.period()),
                settled.from(),
                settled.to(),
                settled.revision(),
                record.documents().stream().map(Payment::of).toList(),
                settled.statementHash().toString(),
                settled.evidenceDigest().toString(),
                settled.asOfBlock(),
                settled.engine(),
                record.committedBy().value(),
                record.committedAt(),
                record.block(),
                record.transaction().toString());
    }
}
