/** How often programs may ask. */
@NullMarked
package io.smartblocks.portal.api.limit;

import org.jspecify.annotations.NullMarked;
