package io.smartblocks.portal.api.v1;

import io.smartblocks.portal.api.key.ApiCaller;
import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.api.problem.Kind;
import io.smartblocks.portal.audit.Act;
import io.smartblocks.portal.audit.AuditCheck;
import io.smartblocks.portal.audit.AuditFilter;
import io.smartblocks.portal.audit.AuditReading;
import io.smartblocks.portal.audit.Entry;
import io.smartblocks.portal.audit.Head;
import io.smartblocks.portal.audit.Outcome;
import io.smartblocks.portal.words.Words;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log, for keys of auditors and administrators that have a scope of its own. */
@RestController
@Tag(name = "Audit", description = "Who did what on this portal; needs the scope audit:read")
class AuditApi {

    /** An entry. */
    @Schema(name = "AuditEntry", description = "One act, with all that its hash is made of")
    record EntryShown(
            long number,
            Instant at,

            @Schema(description = "The login; empty for nobody known and for the machine itself")
            String who,

            String role,
            String address,
            @Schema(example = "sign-in") String act,
            String subject,

            @Schema(allowableValues = {"asked", "done", "refused", "unknown"})
            String outcome,

            String reason,
            String before,
            String after,

            @Schema(description = "The transaction in which it stands on the ledger; empty where it does not")
            String transaction,

            @Schema(description = "The hash of the entry before")
            String previous,

            String hash) {
        static EntryShown of(Entry entry) {
            Entry.Content content = entry.content();
            return new EntryShown(
                    content.number(),
                    content.at(),
                    content.who(),
                    content.role(),
                    content.address(),
                    content.act(),
                    content.subject(),
                    content.outcome(),
                    content.reason(),
                    content.before(),
                    content.after(),
                    content.transaction(),
                    content.previous().value(),
                    entry.hash().value());
        }
    }

    /** What a check found. */
    @Schema(name = "AuditChecked", description = "What the check of the whole chain found")
    record Checked(
            boolean sound,
            long entries,

            @Schema(description = "Where the log ends: note it elsewhere, and send it as `known` next time")
            String end,

            List<FaultShown> faults) {

        /** Where the chain is not as it was written. */
        @Schema(name = "AuditFault")
        record FaultShown(
                long number,

                @Schema(allowableValues = {"changed", "unlinked", "gap", "cut", "other"})
                String what) {}

        static Checked of(AuditCheck.Found found) {
            return new Checked(
                    found.sound(),
                    found.entries(),
                    found.end().toString(),
                    found.faults().stream()
                            .map(fault -> new FaultShown(
                                    fault.number(), fault.what().name().toLowerCase(Locale.ROOT)))
                            .toList());
        }
    }

    private final AuditReading reading;
    private final Words say;

    AuditApi(AuditReading reading, Words say) {
        this.reading = reading;
        this.say = say;
    }

    @GetMapping("/api/v1/audit")
    @Operation(summary = "What was done, newest first", description = "What is left out of the filter asks for all.")
    PageOf<EntryShown> auditEntries(
            @RequestParam(defaultValue = "") @Schema(description = "A login", example = "conor") String who,
            @RequestParam(defaultValue = "") @Schema(example = "sign-in") String act,
            @RequestParam(defaultValue = "") @Schema(example = "refused") String outcome,
            @RequestParam(defaultValue = "") @Schema(description = "What the subject begins with") String about,
            @RequestParam @Schema(description = "The first day") Optional<LocalDate> from,
            @RequestParam @Schema(description = "The day after the last") Optional<LocalDate> to,
            @RequestParam(defaultValue = Window.USUAL) int limit,
            @RequestParam(defaultValue = "") String after) {
        Window window = Window.of(limit, after);
        AuditFilter filter = new AuditFilter(
                who.strip(),
                known("act", act, Act::withCode),
                known("outcome", outcome, Outcome::withCode),
                about.strip(),
                from,
                to.map(day -> day.minusDays(1)),
                say.zone());
        long before = window.after(1, parts -> Long.parseLong(parts.get(0))).orElse(Long.MAX_VALUE);
        return window.page(
                reading.newest(filter, before, window.fetch()),
                entry -> List.of(Long.toString(entry.number())),
                EntryShown::of);
    }

    private static <T> Optional<T> known(String where, String code, Function<String, Optional<T>> read) {
        Optional<T> found = read.apply(code);
        if (found.isEmpty() && !code.isEmpty()) {
            throw new ApiProblem(
                    Kind.INVALID,
                    "There is no " + where + " '" + code + "'.",
                    where,
                    "Send it as entries of the list write it, or leave it out.");
        }
        return found;
    }

    @PostMapping("/api/v1/audit/check")
    @Operation(
            summary = "Check the whole chain, which the log is told of",
            description = "With an end that you noted elsewhere it also shows that entries are missing at the end.")
    Checked checkAudit(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam(defaultValue = "") @Schema(description = "An end that `end` once told") String known) {
        return Checked.of(reading.check(caller.account(), known("known", known, Head::read)));
    }
}
