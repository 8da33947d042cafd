/** Looks at readings before they are recorded and flags what someone should look at; it drops and changes none. */
@NullMarked
package io.smartblocks.ledger.meter.validation;

import org.jspecify.annotations.NullMarked;
