package io.smartblocks.portal.api.key;

import io.smartblocks.portal.account.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a key lets a program do; never more than its owner's role allows. */
public enum Scope {
    /** Read whatever its owner may see. */
    READ("read", EnumSet.allOf(Role.class)),
    /** Send readings and what else is said about meters. */
    METERS_WRITE("meters:write", Role.that(Role::keepsMachines)),
    /** Prepare, propose, sign and state things under agreements. */
    AGREEMENTS_WRITE("agreements:write", Role.that(role -> role.proposes() || role.signs())),
    /** Commit, verify and dispute settlements, and say what was paid. */
    SETTLEMENTS_WRITE("settlements:write", Role.that(Role::signs)),
    /** Change members, sites and indexes. */
    REGISTERS_WRITE("registers:write", Role.that(Role::keepsMachines)),
    /** Make, stop and remove webhooks. */
    WEBHOOKS_WRITE("webhooks:write", Role.that(Role::keepsMachines)),
    /** Have settlements run again. */
    RUNS_WRITE("runs:write", Role.that(Role::startsRuns)),
    /** See readings that the ledger refused, and decide about them. */
    OUTBOX_WRITE("outbox:write", EnumSet.of(Role.ADMIN)),
    /** Read and check the audit log, which names people. */
    AUDIT_READ("audit:read", Role.that(Role::seesEverything)),
    /** Read the accounts, which name people. */
    ACCOUNTS_READ("accounts:read", EnumSet.of(Role.ADMIN));

    private static final String AUTHORITY = "SCOPE_";

    private final String code;
    private final Set<Role> roles;

    Scope(String code, Set<Role> roles) {
        this.code = code;
        this.roles = roles;
    }

    /** As programs and the page write it, such as {@code meters:write}. */
    public String code() {
        return code;
    }

    /** The authority that a caller with this scope has. */
    public String authority() {
        return AUTHORITY + code;
    }

    /** Whether people of the role may give it to a key. */
    public boolean isFor(Role role) {
        return roles.contains(role);
    }

    /** All that people of the role may give to a key. */
    public static List<Scope> of(Role role) {
        return Arrays.stream(values()).filter(scope -> scope.isFor(role)).toList();
    }

    static Optional<Scope> withCode(String code) {
        return Arrays.stream(values()).filter(scope -> scope.code.equals(code)).findFirst();
    }

    static String written(Set<Scope> scopes) {
        return EnumSet.copyOf(scopes).stream().map(Scope::code).collect(Collectors.joining(" "));
    }

    static Set<Scope> read(String written) {
        return Arrays.stream(written.split(" "))
                .map(Scope::withCode)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }
}
