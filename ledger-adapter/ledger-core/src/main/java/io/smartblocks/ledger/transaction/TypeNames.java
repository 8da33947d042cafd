package io.smartblocks.ledger.transaction;

import java.util.Locale;

/** The names of records and constants in canonical text. */
final class TypeNames {

    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return type.getSimpleName()
                    .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                    .toLowerCase(Locale.ROOT);
        }
    };

    private TypeNames() {}

    /** {@code RecordReadings} is {@code record-readings}. */
    static String nameOf(Class<?> type) {
        return NAMES.get(type);
    }

    /** {@code METER_OPERATOR} is {@code meter-operator}. */
    static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
