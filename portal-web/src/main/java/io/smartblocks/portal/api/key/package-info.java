/** The keys by which programs act for a person who has an account. */
@NullMarked
package io.smartblocks.portal.api.key;

import org.jspecify.annotations.NullMarked;
