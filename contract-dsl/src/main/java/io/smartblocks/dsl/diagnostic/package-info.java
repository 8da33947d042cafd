/** What is said to the writer of an agreement: where, what, and how to mend it. */
@NullMarked
package io.smartblocks.dsl.diagnostic;

import org.jspecify.annotations.NullMarked;
