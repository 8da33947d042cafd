/** What keeps a directory of files for one process. */
@NullMarked
package io.smartblocks.ledger.disk;

import org.jspecify.annotations.NullMarked;
