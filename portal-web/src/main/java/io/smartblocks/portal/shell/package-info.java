/** What every page has in common: menu, pulse of the ledger, theme, help and error pages. */
@NullMarked
package io.smartblocks.portal.shell;

import org.jspecify.annotations.NullMarked;
