/** What becomes of what the parties owe: due, performed, breached, disputed, excused, ended; and of their powers. */
@NullMarked
package io.smartblocks.runtime.obligation;

import org.jspecify.annotations.NullMarked;
