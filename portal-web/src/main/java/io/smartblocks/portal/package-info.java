/** The portal: assembles ledger, read model and settlement engine and shows them to the people who agreed. */
@NullMarked
package io.smartblocks.portal;

import org.jspecify.annotations.NullMarked;
