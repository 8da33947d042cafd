package io.smartblocks.ledger.transaction;

/** What a transaction asks for; one record per action, grouped by family. */
public sealed interface Payload
        permits MemberAction,
                SiteAction,
                MeterAction,
                PredictionAction,
                IndexAction,
                AgreementAction,
                StatementAction,
                SettlementAction {

    /** The family that decides about it, such as {@code meter}. */
    String family();

    /** The action as the ledger writes it, such as {@code record-readings}. */
    default String action() {
        return TypeNames.nameOf(getClass());
    }
}
