/** Agreements on paper: the page to read, as a PDF. */
@NullMarked
package io.smartblocks.portal.paper;

import org.jspecify.annotations.NullMarked;
