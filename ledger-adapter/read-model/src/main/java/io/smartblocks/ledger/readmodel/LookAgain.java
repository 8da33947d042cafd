package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.transaction.AgreementId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A settled period that is to be looked at again, or what happened to what it made due.
 *
 * @param name the name of the period, or of an occasion
 * @param from its first local day
 * @param to the local day after its last
 * @param dueAt when to look
 * @param sinceBlock the first block that gave cause to
 * @param lastBlock the last block that was looked at for causes
 */
public record LookAgain(
        AgreementId agreement,
        String name,
        LocalDate from,
        LocalDate to,
        Instant dueAt,
        long sinceBlock,
        long lastBlock,
        ZoneId zone,
        int shard) {}
