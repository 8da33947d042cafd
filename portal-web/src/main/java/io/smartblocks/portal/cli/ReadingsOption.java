package io.smartblocks.portal.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;

/** {@code [METER=]FILE}: a file of readings, and whose they are if the file does not say so itself. */
record ReadingsOption(Optional<String> meter, Path file) {

    /** Reads one from an option. */
    static final class Converter implements ITypeConverter<ReadingsOption> {
        @Override
        public ReadingsOption convert(String text) {
            int sign = text.indexOf('=');
            return sign < 0
                    ? new ReadingsOption(Optional.empty(), Path.of(text))
                    : new ReadingsOption(
                            Optional.of(text.substring(0, sign).strip()),
                            Path.of(text.substring(sign + 1).strip()));
        }
    }
}
