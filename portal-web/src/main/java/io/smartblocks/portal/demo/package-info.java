/** The living demo site: a campus whose readings are simulated, and whose agreements settle as real ones do. */
@NullMarked
package io.smartblocks.portal.demo;

import org.jspecify.annotations.NullMarked;
