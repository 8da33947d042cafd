/** What is asked of the ledger: signed transactions, their payloads and their canonical text. */
@NullMarked
package io.smartblocks.ledger.transaction;

import org.jspecify.annotations.NullMarked;
