/** Sites and their buildings: what they use, save, cost and emit, and how they stand against what was guaranteed. */
@NullMarked
package io.smartblocks.portal.energy.site;

import org.jspecify.annotations.NullMarked;
