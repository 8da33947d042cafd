package io.smartblocks.ledger.state;

/** A value that stands on the ledger under a {@link StateKey}. */
public sealed interface State
        permits LedgerState,
                MemberState,
                ReputationEvent,
                ParticularsState,
                SiteState,
                MeterState,
                ReadingsState,
                PredictionState,
                IndexState,
                IndexValueState,
                IndexPageState,
                AgreementState,
                DocumentState,
                StatementState,
                SettlementState,
                SettledState,
                VerificationState,
                DisputeState,
                PaymentState,
                HoldState {}
