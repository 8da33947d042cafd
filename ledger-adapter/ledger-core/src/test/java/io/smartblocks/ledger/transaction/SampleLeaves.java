package io.smartblocks.ledger.transaction;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.proof.Hash;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One plain value for each kind of field, always the same. */
final class SampleLeaves implements RecordBuilding.Leaves {

    private static final Map<String, Object> BY_TYPE = Map.ofEntries(
            Map.entry("int", 1),
            Map.entry("long", 41L),
            Map.entry("Long", 1250L),
            Map.entry("boolean", true),
            Map.entry("BigDecimal", new BigDecimal("12.50")),
            Map.entry("Instant", Instant.parse("2026-11-02T12:00:00Z")),
            Map.entry("LocalDate", LocalDate.parse("2026-10-01")),
            Map.entry("ZoneId", ZoneId.of("Europe/Dublin")),
            Map.entry("Interval", new Interval("P1D")),
            Map.entry("VerifyingKey", new VerifyingKey(FixedSigner.PUBLIC_KEY)),
            Map.entry("AgreementId", new AgreementId("campus-supply")),
            Map.entry("MeterId", new MeterId("IE-9001/heat")),
            Map.entry("IndexId", new IndexId("exchange/gas-index")));
    private static final Map<String, String> BY_FIELD = Map.of(
            "reason", "the meter was changed",
            "unit", "kWh",
            "currency", "EUR",
            "version", "1.0",
            "country", "IE",
            "period", "Billing Month",
            "quality", "A");

    private final boolean full;

    /** With one item in each list and all that is optional, or with none of it. */
    SampleLeaves(boolean full) {
        this.full = full;
    }

    @Override
    public Optional<Object> leaf(Class<?> type, String field) {
        if (type.isEnum()) {
            return Optional.of(type.getEnumConstants()[0]);
        }
        if (type == String.class) {
            return Optional.of(BY_FIELD.getOrDefault(field, field));
        }
        if (type == Hash.class) {
            return Optional.of(Hash.of(field));
        }
        if (type == MemberId.class) {
            return Optional.of(new MemberId(field.toLowerCase(Locale.ROOT)));
        }
        return Optional.ofNullable(BY_TYPE.get(type.getSimpleName()));
    }

    @Override
    public Class<?> oneOf(List<Class<?>> family) {
        return family.get(0);
    }

    @Override
    public int items() {
        return full ? 1 : 0;
    }

    @Override
    public boolean there() {
        return full;
    }
}
