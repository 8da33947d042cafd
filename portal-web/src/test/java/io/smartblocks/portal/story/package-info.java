/** The main job end to end: real readings, an agreement, Quartz, Drools, the ledger and the portal's page. */
@NullMarked
package io.smartblocks.portal.story;

import org.jspecify.annotations.NullMarked;
