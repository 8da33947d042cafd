package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.IndexValue;

/**
 * A published value; stands under {@code index/<id>/<first day>}.
 *
 * @param index the index's id
 * @param value the value and the days it holds for
 * @param publishedBy the member that signed the latest change
 * @param revision 0 at first, then one more with each correction
 * @param reason why it was last corrected; empty when it never was
 */
public record IndexValueState(IndexId index, IndexValue value, MemberId publishedBy, int revision, String reason)
        implements State {}
