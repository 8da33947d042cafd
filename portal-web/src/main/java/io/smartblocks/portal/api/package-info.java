/** The portal for programs: keys, limits, REST addresses and webhooks, with the same rights as the pages. */
@NullMarked
package io.smartblocks.portal.api;

import org.jspecify.annotations.NullMarked;
