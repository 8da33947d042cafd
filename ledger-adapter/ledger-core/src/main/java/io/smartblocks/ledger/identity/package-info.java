/** Who acts on the ledger: members, their roles, their keys and signatures. */
@NullMarked
package io.smartblocks.ledger.identity;

import org.jspecify.annotations.NullMarked;
