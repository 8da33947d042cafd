/** Settlements: the list, one statement and why it amounts to what it does. */
@NullMarked
package io.smartblocks.portal.settlement;

import org.jspecify.annotations.NullMarked;
