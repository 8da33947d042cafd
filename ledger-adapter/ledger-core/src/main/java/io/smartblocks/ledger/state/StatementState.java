package io.smartblocks.ledger.state;

import io.smartblocks.ledger.transaction.StatementPlace;
import java.util.Optional;

/**
 * What is stated at one place; stands under {@code statement/<agreement>/<kind>/<name>/<where in time>}.
 *
 * @param place what it is about
 * @param holding what holds: stated, and confirmed by all who must
 * @param pending a newer statement that still waits for a confirmation
 * @param revision how many statements were made here before the latest one
 */
public record StatementState(StatementPlace place, Optional<Stated> holding, Optional<Stated> pending, int revision)
        implements State {}
