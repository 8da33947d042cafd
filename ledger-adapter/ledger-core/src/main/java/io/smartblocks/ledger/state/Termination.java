package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * That an agreement ends early.
 *
 * @param lastDay the last local day in force
 * @param by the organisation that gave notice, or was the last to consent
 * @param clause the clause that gave it the right; none where all parties consented
 * @param statedAt when, by the ledger's time
 * @param reason why
 */
public record Termination(LocalDate lastDay, MemberId by, Optional<String> clause, Instant statedAt, String reason) {}
