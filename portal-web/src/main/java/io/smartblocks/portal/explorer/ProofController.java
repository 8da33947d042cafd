package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.audit.HeaderLine;
import io.smartblocks.ledger.audit.Proof;
import io.smartblocks.ledger.audit.SignedHeader;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.TransactionDetail;
import io.smartblocks.ledger.transaction.TransactionId;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.shell.NotFound;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out the bytes from which a browser checks for itself what the pages say. */
@Controller
class ProofController {

    /** How many headers stand on one page of them; a full page never changes. */
    private static final int PAGE = 200;

    private final Ledger ledger;
    private final ReadModel read;
    private final TransactionProof proofs;
    private final PayloadAccess access;

    ProofController(Ledger ledger, ReadModel read, TransactionProof proofs, PayloadAccess access) {
        this.ledger = ledger;
        this.read = read;
        this.proofs = proofs;
        this.access = access;
    }

    /** The signed headers of two hundred blocks, one canonical line each; of fewer where the chain ends. */
    @GetMapping("/blocks/headers/{page}")
    ResponseEntity<String> headers(@PathVariable int page) {
        long first = (long) page * PAGE;
        if (page < 0 || first >= ledger.height()) {
            throw new NotFound("headers from block " + first);
        }
        long end = Math.min(first + PAGE, ledger.height());
        StringBuilder lines = new StringBuilder();
        LongStream.range(first, end)
                .mapToObj(number -> ledger.block(number).orElseThrow())
                .map(SignedHeader::of)
                .forEach(header -> lines.append(HeaderLine.write(header)).append('\n'));
        CacheControl cache = end - first == PAGE
                ? CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable()
                : CacheControl.noCache().cachePrivate();
        return ResponseEntity.ok()
                .cacheControl(cache)
                .contentType(MediaType.APPLICATION_NDJSON)
                .body(lines.toString());
    }

    /** The proof of a transaction; kept by the browser, but asked for again each time, since who asks may be another. */
    @GetMapping("/transactions/{id}/proof")
    ResponseEntity<String> proof(@AuthenticationPrincipal SignedIn user, @PathVariable String id) {
        TransactionDetail detail = find(id).orElseThrow(() -> new NotFound("transaction " + id));
        if (!access.mayRead(user.account(), detail.payload())) {
            throw new AccessDeniedException("transaction " + id + " belongs to an agreement of others");
        }
        String text =
                proofs.of(detail.summary().id()).map(Proof::text).orElseThrow(() -> new NotFound("transaction " + id));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag('"' + Hash.of(text).value() + '"')
                .contentType(MediaType.APPLICATION_JSON)
                .body(text);
    }

    private Optional<TransactionDetail> find(String id) {
        return id.matches("[0-9a-f]{64}") ? read.chain().transaction(TransactionId.of(id)) : Optional.empty();
    }
}
