/** What agreements say of a site's meters and savings, and what was settled under them. */
@NullMarked
package io.smartblocks.portal.energy.agreed;

import org.jspecify.annotations.NullMarked;
