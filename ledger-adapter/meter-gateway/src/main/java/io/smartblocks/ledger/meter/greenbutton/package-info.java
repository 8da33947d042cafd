/** Reads Green Button files: the Atom feeds in which utilities hand out readings by NAESB ESPI. */
@NullMarked
package io.smartblocks.ledger.meter.greenbutton;

import org.jspecify.annotations.NullMarked;
