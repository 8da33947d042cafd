package io.smartblocks.portal.api.v1;

import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Accounts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The accounts of the portal for keys of administrators; a key changes none. */
@RestController
@Tag(
        name = "Administration",
        description = "Accounts, and the outbox of refused readings; each needs a scope of its own")
class AccountApi {

    /** An account. */
    @Schema(name = "Account")
    record AccountShown(
            @Schema(example = "conor") String login,
            String name,

            @Schema(allowableValues = {"esco", "lawyer", "owner", "auditor", "admin"})
            String role,

            @Schema(description = "Empty where the person acts for none")
            String organisation,

            @Schema(description = "As which member it signs; empty for none")
            String member,

            Instant openedAt,

            @Schema(description = "Since when it is locked; empty where it is not")
            String lockedAt) {
        static AccountShown of(Accounts.Standing standing) {
            Account account = standing.account();
            return new AccountShown(
                    account.login(),
                    account.name(),
                    account.role().name().toLowerCase(Locale.ROOT),
                    account.organisation().orElse(""),
                    account.member().orElse(""),
                    standing.opened(),
                    standing.locked().map(Instant::toString).orElse(""));
        }
    }

    private final Accounts accounts;

    AccountApi(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/api/v1/accounts")
    @Operation(
            summary = "The accounts of this portal, by login",
            description = "Opening and changing them is for people.")
    PageOf<AccountShown> accounts(
            @RequestParam(defaultValue = Window.USUAL) int limit, @RequestParam(defaultValue = "") String after) {
        return Window.of(limit, after)
                .pageOfAll(accounts.all(), standing -> standing.account().login(), AccountShown::of);
    }
}
