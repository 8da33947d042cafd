/** Documents of a settlement: the statement on paper and as a table, and EN 16931 invoices and credit notes. */
@NullMarked
package io.smartblocks.portal.document;

import org.jspecify.annotations.NullMarked;
