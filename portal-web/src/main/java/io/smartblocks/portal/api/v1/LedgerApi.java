package io.smartblocks.portal.api.v1;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smartblocks.ledger.audit.Proof;
import io.smartblocks.ledger.port.Health;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.TransactionPlace;
import io.smartblocks.ledger.readmodel.BlockSummary;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.StateWrite;
import io.smartblocks.ledger.readmodel.TransactionDetail;
import io.smartblocks.ledger.readmodel.TransactionSummary;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionId;
import io.smartblocks.portal.api.key.ApiCaller;
import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.explorer.PayloadAccess;
import io.smartblocks.portal.explorer.TransactionProof;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger itself: blocks, transactions and health. */
@RestController
@Tag(name = "Ledger", description = "Blocks, transactions, states with history, proofs")
class LedgerApi {

    private static final String LIST = "List what there is with GET /api/v1/transactions.";

    /** A block. */
    @Schema(name = "Block")
    record BlockShown(
            long number,
            String hash,
            String previousHash,
            Instant time,
            String transactionsRoot,
            String changesRoot,
            String signer,
            int batches,
            int transactions) {
        static BlockShown of(BlockSummary block) {
            return new BlockShown(
                    block.number(),
                    block.hash().toString(),
                    block.previousHash().toString(),
                    block.time(),
                    block.transactionsRoot().toString(),
                    block.changesRoot().toString(),
                    block.signer().value(),
                    block.batches(),
                    block.transactions());
        }
    }

    /** A transaction as lists show it. */
    @Schema(name = "Transaction")
    record TransactionShown(
            String id,
            long block,
            int batch,
            int place,
            @Schema(example = "meter") String family,
            @Schema(example = "record-readings") String action,
            String signer,
            String organisation,
            String requestKey,
            Instant statedAt,
            Instant committedAt,

            @Schema(description = "The agreement, meter, index or member it is about")
            String subject,

            @Schema(description = "Which part of that: a day, a version, a period")
            String detail) {
        static TransactionShown of(TransactionSummary transaction) {
            return new TransactionShown(
                    transaction.id().toString(),
                    transaction.place().block(),
                    transaction.place().batch(),
                    transaction.place().place(),
                    transaction.family(),
                    transaction.action(),
                    transaction.signer().value(),
                    transaction.organisation().value(),
                    transaction.requestKey().value(),
                    transaction.statedAt(),
                    transaction.committedAt(),
                    transaction.subject(),
                    transaction.detail());
        }
    }

    /** A transaction with what it said and wrote. */
    @Schema(description = "A transaction with what it said and which states it wrote")
    record TransactionContent(
            @JsonUnwrapped TransactionShown transaction,

            @JsonRawValue @Schema(type = "object", description = "What was asked for, as canonical JSON")
            String payload,

            @Schema(description = "Base64 of the signature") String signature,

            @Schema(description = "The keys of the states it wrote")
            List<String> writes) {
        static TransactionContent of(TransactionDetail detail) {
            return new TransactionContent(
                    TransactionShown.of(detail.summary()),
                    detail.payloadText(),
                    detail.signature(),
                    detail.writes().stream()
                            .map(StateWrite::key)
                            .map(StateKey::value)
                            .toList());
        }
    }

    /** Whether the ledger takes writes. */
    @Schema(name = "Health")
    record HealthShown(
            @Schema(description = "Whether the ledger takes writes")
            boolean writable,

            @Schema(description = "How many blocks there are")
            long height,

            @Schema(description = "How many of them answers are read from already")
            long readHeight,

            List<String> notes) {}

    private final Ledger ledger;
    private final ReadModel read;
    private final PayloadAccess access;
    private final TransactionProof proofs;

    LedgerApi(Ledger ledger, ReadModel read, PayloadAccess access, TransactionProof proofs) {
        this.proofs = proofs;
        this.ledger = ledger;
        this.read = read;
        this.access = access;
    }

    @GetMapping("/api/v1/health")
    @Operation(summary = "Whether the ledger takes writes, and how far it has come")
    HealthShown health() {
        Health health = ledger.health();
        return new HealthShown(health.writable(), health.height(), read.height(), health.notes());
    }

    @GetMapping("/api/v1/blocks")
    @Operation(summary = "The blocks, newest first")
    PageOf<BlockShown> blocks(
            @RequestParam(defaultValue = Window.USUAL) int limit, @RequestParam(defaultValue = "") String after) {
        Window window = Window.of(limit, after);
        long before = window.after(1, parts -> Long.parseLong(parts.get(0))).orElse(Long.MAX_VALUE);
        return window.page(
                read.chain().blocks(before, window.fetch()),
                block -> List.of(Long.toString(block.number())),
                BlockShown::of);
    }

    @GetMapping("/api/v1/blocks/{number}")
    @Operation(summary = "One block")
    BlockShown block(@PathVariable long number) {
        return read.chain()
                .block(number)
                .map(BlockShown::of)
                .orElseThrow(() ->
                        ApiProblem.notFound("block " + number, "The newest block is " + (read.height() - 1) + "."));
    }

    @GetMapping("/api/v1/blocks/{number}/transactions")
    @Operation(summary = "All transactions of a block, in the order in which they were applied")
    PageOf<TransactionShown> transactionsOf(@PathVariable long number) {
        block(number);
        return new PageOf<>(
                read.chain().transactionsOf(number).stream()
                        .map(TransactionShown::of)
                        .toList(),
                "");
    }

    @GetMapping("/api/v1/transactions")
    @Operation(summary = "The transactions of the whole ledger, newest first")
    PageOf<TransactionShown> transactions(
            @RequestParam(defaultValue = Window.USUAL) int limit, @RequestParam(defaultValue = "") String after) {
        Window window = Window.of(limit, after);
        TransactionPlace before = window.after(
                        3,
                        parts -> new TransactionPlace(
                                Long.parseLong(parts.get(0)),
                                Integer.parseInt(parts.get(1)),
                                Integer.parseInt(parts.get(2))))
                .orElse(new TransactionPlace(Long.MAX_VALUE, 0, 0));
        return window.page(read.chain().transactions(before, window.fetch()), LedgerApi::place, TransactionShown::of);
    }

    private static List<String> place(TransactionSummary transaction) {
        TransactionPlace place = transaction.place();
        return List.of(Long.toString(place.block()), Integer.toString(place.batch()), Integer.toString(place.place()));
    }

    @GetMapping("/api/v1/transactions/{id}")
    @Operation(summary = "One transaction, decoded")
    TransactionContent transaction(@AuthenticationPrincipal ApiCaller caller, @PathVariable String id) {
        return TransactionContent.of(find(caller, id));
    }

    @GetMapping(path = "/api/v1/transactions/{id}/bytes", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The bytes of one transaction as they were signed and committed",
            description = "Canonical JSON of id, body and signature; the SHA-256 of the canonical body is the id.")
    ResponseEntity<byte[]> bytes(@AuthenticationPrincipal ApiCaller caller, @PathVariable String id) {
        TransactionSummary summary = find(caller, id).summary();
        Transaction committed = ledger.block(summary.place().block()).orElseThrow().transactions().stream()
                .filter(each -> each.id().equals(summary.id()))
                .findFirst()
                .orElseThrow();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(CanonicalJson.bytes(committed));
    }

    @GetMapping(path = "/api/v1/transactions/{id}/proof", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "A proof of one transaction and of its signer's key, which a stranger can check",
            description = "The document that `smartblocks ledger proof` writes and `ledger check-proof` checks.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    ResponseEntity<byte[]> proofOfTransaction(@AuthenticationPrincipal ApiCaller caller, @PathVariable String id) {
        Proof proof = proofs.of(find(caller, id).summary().id()).orElseThrow();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(proof.text().getBytes(StandardCharsets.UTF_8));
    }

    private TransactionDetail find(ApiCaller caller, String id) {
        if (!id.matches("[0-9a-f]{64}")) {
            throw ApiProblem.notFound("transaction '" + id + "'", "An id has 64 hexadecimal digits. " + LIST);
        }
        return read.chain()
                .transaction(TransactionId.of(id))
                .filter(detail -> access.mayRead(caller.account(), detail.payload()))
                .orElseThrow(() -> ApiProblem.notFound("transaction " + id, LIST));
    }
}
