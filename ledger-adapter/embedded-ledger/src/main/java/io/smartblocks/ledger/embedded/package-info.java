/** The ledger on one machine: signed, hash-chained blocks in append-only files, with an index that can be rebuilt. */
@NullMarked
package io.smartblocks.ledger.embedded;

import org.jspecify.annotations.NullMarked;
