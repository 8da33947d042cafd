/** The audit log: who did what, when and from where, as a chain of hashes that cannot be cut or mended unseen. */
@NullMarked
package io.smartblocks.portal.audit;

import org.jspecify.annotations.NullMarked;
