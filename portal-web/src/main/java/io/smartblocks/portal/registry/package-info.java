/** Sites, meters and indexes on pages: who registers them, what is stated of them, and the values of indexes. */
@NullMarked
package io.smartblocks.portal.registry;

import org.jspecify.annotations.NullMarked;
