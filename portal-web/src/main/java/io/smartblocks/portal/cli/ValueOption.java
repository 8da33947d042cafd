package io.smartblocks.portal.cli;

import java.math.BigDecimal;
import picocli.CommandLine.Option;

/** The value that is stated, in the unit that the agreement says. */
final class ValueOption {

    @Option(
            names = "--value",
            paramLabel = "FIGURE",
            required = true,
            converter = Quantity.Converter.class,
            description = "The value with its unit as the text has it: \"8 hours\".")
    private Quantity value = new Quantity(BigDecimal.ZERO, "");

    BigDecimal in(String unit, String thing) {
        return value.in(unit, thing);
    }
}
