package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Payloads of every kind that there is, filled by chance from small sets of values, so that they often meet. */
final class RandomRecords {

    private static final List<String> TEXTS =
            List.of("Campus", "kWh", "EUR", "electricity", "Heat", "", " ", "x\u0000y", "Zähler \"1\"", "1.0", "AAAA");

    private final Random chance;
    private final List<Signer> signers;
    private final List<Class<?>> payloads = new ArrayList<>();
    private final Map<Class<?>, Supplier<Object>> plain;

    RandomRecords(Random chance, List<Signer> signers) {
        this.chance = chance;
        this.signers = signers;
        collect(Payload.class, payloads);
        plain = Map.ofEntries(
                Map.entry(String.class, () -> of(TEXTS)),
                Map.entry(int.class, () -> of(List.of(0, 1, 2, -1, Integer.MAX_VALUE))),
                Map.entry(long.class, () -> of(List.of(0L, 1L, 5L, -1L, (1L << 53) - 1))),
                Map.entry(Long.class, () -> of(List.of(0L, 1L, 5L, -1L, (1L << 53) - 1))),
                Map.entry(boolean.class, chance::nextBoolean),
                Map.entry(BigDecimal.class, () -> new BigDecimal(of(List.of("0", "1.5", "-3", "12.50", "1000000")))),
                Map.entry(Instant.class, () -> Campus.NOON.plusSeconds(chance.nextInt(9) * 900L - 3600)),
                Map.entry(LocalDate.class, () -> LocalDate.of(2026, 10, 1).plusDays(chance.nextInt(40))),
                Map.entry(ZoneId.class, () -> ZoneId.of(of(List.of("Europe/Dublin", "UTC")))),
                Map.entry(MemberId.class, () -> of(signers).member()),
                Map.entry(VerifyingKey.class, () -> of(signers).publicKey()),
                Map.entry(Hash.class, () -> Hash.of(of(TEXTS))),
                Map.entry(MeterId.class, () -> new MeterId("meter-" + chance.nextInt(12))),
                Map.entry(IndexId.class, () -> new IndexId("exchange/daily-" + chance.nextInt(8))),
                Map.entry(AgreementId.class, () -> new AgreementId("supply-" + chance.nextInt(8))),
                Map.entry(Interval.class, () -> new Interval(of(List.of("PT15M", "PT1H", "P1D", "P1M")))));
    }

    /** A payload of any kind; one that its own type does not accept is drawn again. */
    Payload payload() {
        while (true) {
            try {
                return (Payload) record(of(payloads));
            } catch (IllegalArgumentException notAcceptable) {
                // its constructor refused it, as reading its text would
            }
        }
    }

    private static void collect(Class<?> type, List<Class<?>> leaves) {
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                collect(permitted, leaves);
            } else {
                leaves.add(permitted);
            }
        }
    }

    private <T> T of(List<T> some) {
        return some.get(chance.nextInt(some.size()));
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            arguments[i] = value(components[i].getGenericType());
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container(generic);
        }
        Class<?> wanted = (Class<?>) type;
        Supplier<Object> value = plain.get(wanted);
        if (value != null) {
            return value.get();
        }
        if (wanted.isEnum()) {
            return of(List.of(wanted.getEnumConstants()));
        }
        if (wanted.isSealed()) {
            List<Class<?>> leaves = new ArrayList<>();
            collect(wanted, leaves);
            return record(of(leaves));
        }
        return record(wanted);
    }

    private Object container(ParameterizedType type) {
        Type[] parts = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return chance.nextBoolean() ? Optional.empty() : Optional.of(value(parts[0]));
        }
        if (type.getRawType() == Map.class) {
            Map<Object, Object> map = new TreeMap<>();
            for (int i = chance.nextInt(3); i > 0; i--) {
                map.put(value(parts[0]), value(parts[1]));
            }
            return map;
        }
        List<Object> items = new ArrayList<>();
        for (int i = chance.nextInt(4); i > 0; i--) {
            items.add(value(parts[0]));
        }
        return type.getRawType() == List.class ? items : new HashSet<>(items);
    }
}
