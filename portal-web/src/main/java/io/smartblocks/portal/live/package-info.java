/** News of the ledger for open pages. */
@NullMarked
package io.smartblocks.portal.live;

import org.jspecify.annotations.NullMarked;
