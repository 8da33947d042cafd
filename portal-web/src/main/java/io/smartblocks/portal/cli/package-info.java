/** The command line: one command a class, results on standard output, messages on standard error. */
@NullMarked
package io.smartblocks.portal.cli;

import org.jspecify.annotations.NullMarked;
