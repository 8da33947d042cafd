package io.smartblocks.portal.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** What a person does here, which decides the menu and the actions offered. */
public enum Role {
    ESCO,
    LAWYER,
    OWNER,
    RESIDENT,
    UTILITY,
    BANK,
    AUDITOR,
    ADMIN;

    private static final Set<Role> SIGN = EnumSet.of(ESCO, OWNER, RESIDENT, UTILITY, BANK);

    /** Whether agreements of every organisation are shown, not only those of one's own. */
    public boolean seesEverything() {
        return this == AUDITOR || this == ADMIN;
    }

    /** Whether new agreements may be drawn up and proposed. */
    public boolean proposes() {
        return this == ESCO || this == LAWYER || this == UTILITY;
    }

    /** Whether this person can bind an organisation by signing for it. */
    public boolean signs() {
        return SIGN.contains(this);
    }

    /** Whether meters and their readings concern this person: all but a bank, which sees what was settled. */
    public boolean readsMeters() {
        return this != BANK;
    }

    /** Whether all meters of a site are shown where an agreement names one of them, not only those that are named. */
    public boolean seesWholeSites() {
        return this == OWNER;
    }

    /** Whether the person may put something on the ledger that binds: for an organisation, or as who administers. */
    public boolean acts() {
        return signs() || this == ADMIN;
    }

    /** Whether sites with many meters and the runs of the scheduler concern this person: not a household or a bank. */
    public boolean runsSites() {
        return this != RESIDENT && this != BANK;
    }

    /** Whether the person has settlements run again. */
    public boolean startsRuns() {
        return this == ESCO || this == ADMIN;
    }

    /** Whether the person looks after machines that speak for an organisation: its meters, registers and webhooks. */
    public boolean keepsMachines() {
        return this == ESCO || this == OWNER || this == UTILITY || this == ADMIN;
    }

    /** All roles of which something holds. */
    public static Set<Role> that(Predicate<Role> holds) {
        Set<Role> found = EnumSet.noneOf(Role.class);
        Arrays.stream(values()).filter(holds).forEach(found::add);
        return found;
    }
}
