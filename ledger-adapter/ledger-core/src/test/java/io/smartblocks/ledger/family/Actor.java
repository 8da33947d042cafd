package io.smartblocks.ledger.family;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The kinds of people, machines and keys that may ask the ledger for something. */
enum Actor {
    REGISTRAR("the registrar", "registrar"),
    A_KEY("the organisation key of party A", "esco-1"),
    A_SIGNATORY("a signatory of A", "eve"),
    A_CLERK("a clerk of A", "carl"),
    A_RUNTIME("a runtime of A", "robot"),
    B_KEY("the organisation key of party B", "owner-1"),
    B_SIGNATORY("a signatory of B", "otto"),
    B_RUNTIME("a runtime of B", "bot"),
    OUTSIDER("an organisation with all roles but registrar that is no party and operates nothing", "outsider"),
    AUDITOR("an auditor", "audrey"),
    OPERATOR("a meter operator of the meter's operator", "reader"),
    OTHER_OPERATOR("a meter operator of another organisation", "rival"),
    PUBLISHER("an index publisher of the index's publisher", "pat"),
    PREDICTOR("a predictor appointed for the meter", "oracle"),
    EXPIRED("a member with all roles whose key has expired", "late"),
    SUSPENDED("a suspended member with all roles", "sam"),
    OF_SUSPENDED("a member with all roles of a suspended organisation", "olga"),
    APPLICANT("an applicant", "ann"),
    REJECTED("a rejected applicant", "rex"),
    UNKNOWN("someone who is no member", "nobody");

    /** Those who may act at all. */
    static final Set<Actor> ACTIVE = new TreeSet<>(Set.of(
            REGISTRAR,
            A_KEY,
            A_SIGNATORY,
            A_CLERK,
            A_RUNTIME,
            B_KEY,
            B_SIGNATORY,
            B_RUNTIME,
            OUTSIDER,
            AUDITOR,
            OPERATOR,
            OTHER_OPERATOR,
            PUBLISHER,
            PREDICTOR));

    private final String inWords;
    private final String member;

    Actor(String inWords, String member) {
        this.inWords = inWords;
        this.member = member;
    }

    String inWords() {
        return inWords;
    }

    String member() {
        return member;
    }

    /** The name in tables, such as {@code a-signatory}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Actor of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
