package io.smartblocks.portal.api.v1;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smartblocks.ledger.audit.Proof;
import io.smartblocks.ledger.audit.ProvedIn;
import io.smartblocks.ledger.audit.SignedHeader;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.StateVersion;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.portal.api.key.ApiCaller;
import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.api.problem.Kind;
import io.smartblocks.portal.explorer.VisibleStates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What stands on the ledger under which key, what stood there before, and proofs of it. */
@RestController
@Tag(name = "Ledger")
class StateApi {

    /** Of these there are few enough to be listed as a kind; of all others a list has to name whose. */
    private static final Set<String> FEW = Set.of("member", "particulars", "site", "meter", "agreement");

    /** What stands under a key. */
    @Schema(name = "State", description = "What stands under a key")
    record StateShown(
            @Schema(example = "meter/IE-9001/import") String key,

            @JsonRawValue @Schema(type = "object", description = "The state as canonical JSON")
            String state) {
        static StateShown of(StateEntry entry) {
            return new StateShown(entry.key().value(), CanonicalJson.write((Record) entry.state()));
        }
    }

    /** What once came to stand under a key. */
    @Schema(name = "StateVersion", description = "What came to stand under a key, and where")
    record VersionShown(
            @JsonRawValue @Schema(type = "object", description = "The state as canonical JSON")
            String state,

            @Schema(description = "The block that brought it")
            long block) {
        static VersionShown of(StateVersion version) {
            return new VersionShown(CanonicalJson.write((Record) version.state()), version.block());
        }
    }

    private final Ledger ledger;
    private final VisibleStates visible;

    StateApi(Ledger ledger, VisibleStates visible) {
        this.ledger = ledger;
        this.visible = visible;
    }

    @GetMapping("/api/v1/states")
    @Operation(
            summary = "What stands now under keys that begin with a prefix, by key",
            description = "What you may not see is left out.")
    PageOf<StateShown> states(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam @Schema(example = "meter/") String prefix,
            @RequestParam(defaultValue = Window.USUAL) int limit,
            @RequestParam(defaultValue = "") String after) {
        Window window = Window.of(limit, after);
        String[] parts = prefix.split("/", -1);
        if (parts.length < (FEW.contains(parts[0]) ? 2 : 3)) {
            throw new ApiProblem(
                    Kind.INVALID,
                    "'" + prefix + "' is the beginning of too many keys.",
                    "prefix",
                    "Name a kind such as 'meter/', and of most kinds also whose: 'settlement/campus-supply/'.");
        }
        List<StateEntry> all = ledger.states(prefix);
        Predicate<StateKey> sees = visible.ofThose(
                caller.account(), all.stream().map(StateEntry::key).toList());
        List<StateEntry> seen =
                all.stream().filter(entry -> sees.test(entry.key())).toList();
        return window.pageOfAll(seen, entry -> entry.key().value(), StateShown::of);
    }

    @GetMapping("/api/v1/states/history")
    @Operation(summary = "All that ever stood under a key, newest first")
    PageOf<VersionShown> history(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam @Schema(example = "meter/IE-9001/import") String key) {
        return new PageOf<>(versions(caller, key).stream().map(VersionShown::of).toList(), "");
    }

    @GetMapping(path = "/api/v1/proof", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "A proof of what stands under a key, which a stranger can check",
            description = "The document that `smartblocks ledger proof` writes and `ledger check-proof` checks.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    ResponseEntity<byte[]> proof(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam @Schema(example = "meter/IE-9001/import") String key) {
        Block block = ledger.block(versions(caller, key).get(0).block()).orElseThrow();
        Proof proof = Proof.of(
                ProvedIn.block(block).state(new StateKey(key)).orElseThrow(),
                Optional.empty(),
                List.of(SignedHeader.of(block)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(proof.text().getBytes(StandardCharsets.UTF_8));
    }

    /** All versions, newest first, of what the caller may see as it stands now. */
    private List<StateVersion> versions(ApiCaller caller, String key) {
        List<StateVersion> all = new ArrayList<>(key.isBlank() ? List.of() : ledger.history(new StateKey(key)));
        Collections.reverse(all);
        if (all.isEmpty() || !visible.maySee(caller.account(), new StateKey(key))) {
            throw ApiProblem.notFound(
                    "state '" + key + "'", "List what there is with GET /api/v1/states?prefix=meter/.");
        }
        return all;
    }
}
