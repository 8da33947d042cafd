package io.smartblocks.runtime.run;

import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.readmodel.DuePeriod;
import io.smartblocks.runtime.settlement.SettlementPeriod;

/** One period of one agreement that can be settled, its evidence not gathered yet, with the key it is committed with. */
record Ready(DuePeriod due, RunningAgreement running, SettlementPeriod period, Signer signer) {}
