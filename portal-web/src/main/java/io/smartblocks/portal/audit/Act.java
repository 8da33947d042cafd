package io.smartblocks.portal.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of acts that the audit log tells of. */
public enum Act {
    SIGN_IN,
    SIGN_OUT,
    /** An address that the role of the reader does not open. */
    FORBIDDEN,
    /** The password once more, before something binding. */
    CONFIRMATION,
    ACCOUNT_OPENED,
    ACCOUNT_ROLE,
    ACCOUNT_LOCKED,
    ACCOUNT_UNLOCKED,
    /** The person signs as this member from then on. */
    ACCOUNT_MEMBER,
    PASSWORD,
    API_KEY,
    /** A key with which a member signs, made beside the others or locked with another password. */
    MEMBER_KEY,
    WEBHOOK,
    /** Something put on the ledger with a member's key. */
    LEDGER,
    /** What a program signed by itself and handed in. */
    SUBMISSION,
    EXPORT,
    RUN,
    OUTBOX,
    /** The chain of this log, checked. */
    CHECK;

    /** How addresses, files and messages name it, such as {@code sign-in}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The act that is written so. */
    public static Optional<Act> withCode(String code) {
        return Arrays.stream(values()).filter(act -> act.code().equals(code)).findFirst();
    }
}
