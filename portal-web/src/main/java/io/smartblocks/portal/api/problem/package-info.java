/** What programs are told when something is wrong, as RFC 9457 writes it. */
@NullMarked
package io.smartblocks.portal.api.problem;

import org.jspecify.annotations.NullMarked;
