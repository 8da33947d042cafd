/** Webhooks: what happens on the ledger, told to the systems of those who may see it. */
@NullMarked
package io.smartblocks.portal.api.hook;

import org.jspecify.annotations.NullMarked;
