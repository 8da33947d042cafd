/** Pages on paper: what is to be read, as a PDF. */
@NullMarked
package io.smartblocks.portal.paper;

import org.jspecify.annotations.NullMarked;
