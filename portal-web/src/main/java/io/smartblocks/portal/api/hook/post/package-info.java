/** Sends signed messages to addresses that others chose, without being led to places that only this machine can reach. */
@NullMarked
package io.smartblocks.portal.api.hook.post;

import org.jspecify.annotations.NullMarked;
