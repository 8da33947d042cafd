/** Forms: their fields, what was typed into them, and the page that asks before something is put on the ledger. */
@NullMarked
package io.smartblocks.portal.form;

import org.jspecify.annotations.NullMarked;
