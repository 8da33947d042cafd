package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.TransactionPlace;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.TransactionId;
import java.time.Instant;

/**
 * A transaction as a list of transactions shows it.
 *
 * @param family the family that decided about it, such as {@code meter}
 * @param action what was asked, such as {@code record-readings}
 * @param organisation the legal party that the signer acts for
 * @param committedAt the time of its block
 * @param subject what it is about: the id of a meter, an agreement, an index or a member
 * @param detail which part of that: a day, a version, a period; empty where there is none
 */
public record TransactionSummary(
        TransactionId id,
        TransactionPlace place,
        String family,
        String action,
        MemberId signer,
        MemberId organisation,
        RequestKey requestKey,
        Instant statedAt,
        Instant committedAt,
        String subject,
        String detail) {}
