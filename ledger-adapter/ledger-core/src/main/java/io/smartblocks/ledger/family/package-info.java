/** Who may do what, and what it changes: one deterministic family per kind of payload. */
@NullMarked
package io.smartblocks.ledger.family;

import org.jspecify.annotations.NullMarked;
