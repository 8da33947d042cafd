/** Members on pages: who belongs to the ledger, what each may do, how it keeps its agreements, and what changes that. */
@NullMarked
package io.smartblocks.portal.members;

import org.jspecify.annotations.NullMarked;
