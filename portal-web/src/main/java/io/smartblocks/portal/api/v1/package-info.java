/** The addresses below /api/v1. */
@NullMarked
package io.smartblocks.portal.api.v1;

import org.jspecify.annotations.NullMarked;
