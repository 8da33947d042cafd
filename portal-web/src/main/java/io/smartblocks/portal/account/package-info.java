/** Who may sign in, as whom, and what each may see. */
@NullMarked
package io.smartblocks.portal.account;

import org.jspecify.annotations.NullMarked;
