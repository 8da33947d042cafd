package io.smartblocks.ledger.identity;

import java.util.Locale;

/** What a member may do. */
public enum Role {
    /** Admits members and grants roles. */
    REGISTRAR,
    /** Provides energy services. */
    ESCO,
    /** Owns buildings. */
    OWNER,
    /** Registers meters and records their readings. */
    METER_OPERATOR,
    /** Publishes index values. */
    INDEX_PUBLISHER,
    /** Signs agreements for its organisation. */
    SIGNATORY,
    /** Commits settlements for its organisation. */
    RUNTIME,
    /** Reads and checks, writes nothing. */
    AUDITOR,
    /** States predictions. */
    PREDICTOR;

    /** The role as the ledger writes it, such as {@code meter-operator}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
