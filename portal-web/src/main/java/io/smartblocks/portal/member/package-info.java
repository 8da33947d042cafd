/** Members of the ledger: how they are called, what their people may see, and how these sign. */
@NullMarked
package io.smartblocks.portal.member;

import org.jspecify.annotations.NullMarked;
