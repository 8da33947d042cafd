/** Settling what is due: evidence from the read model, the engine, the ledger, and the check of what was settled. */
@NullMarked
package io.smartblocks.runtime.run;

import org.jspecify.annotations.NullMarked;
