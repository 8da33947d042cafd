package io.smartblocks.ledger.state;

import io.smartblocks.ledger.transaction.AgreementId;
import java.time.LocalDate;

/** One settled period of an agreement: what an event of a reputation came from. */
public record Deal(AgreementId agreement, String period, LocalDate from) {}
