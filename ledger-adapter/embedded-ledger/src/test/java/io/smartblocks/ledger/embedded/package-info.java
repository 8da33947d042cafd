/** Tests of the embedded ledger. */
@NullMarked
package io.smartblocks.ledger.embedded;

import org.jspecify.annotations.NullMarked;
