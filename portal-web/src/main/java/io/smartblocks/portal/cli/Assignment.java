package io.smartblocks.portal.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code NAME=VALUE} as given on the command line. */
record Assignment(String name, String value) {

    /** Reads one from an option. */
    static final class Converter implements ITypeConverter<Assignment> {
        @Override
        public Assignment convert(String text) {
            int sign = text.indexOf('=');
            if (sign < 1 || sign == text.length() - 1) {
                throw new TypeConversionException(
                        "'%s' is not of the form NAME=VALUE, such as \"Power Price=0.11 EUR per kWh\"".formatted(text));
            }
            return new Assignment(
                    text.substring(0, sign).strip(), text.substring(sign + 1).strip());
        }
    }

    @Override
    public String toString() {
        return name + "=" + value;
    }
}
