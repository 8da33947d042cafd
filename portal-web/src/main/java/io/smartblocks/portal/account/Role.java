package io.smartblocks.portal.account;

/** What a person does here, which decides the menu and the actions offered. */
public enum Role {
    ESCO,
    LAWYER,
    OWNER,
    AUDITOR,
    ADMIN;

    /** Whether agreements of every organisation are shown, not only those of one's own. */
    public boolean seesEverything() {
        return this == AUDITOR || this == ADMIN;
    }

    /** Whether new agreements may be drawn up and proposed. */
    public boolean proposes() {
        return this == ESCO || this == LAWYER;
    }

    /** Whether this person can bind an organisation by signing for it. */
    public boolean signs() {
        return this == ESCO || this == OWNER;
    }
}
