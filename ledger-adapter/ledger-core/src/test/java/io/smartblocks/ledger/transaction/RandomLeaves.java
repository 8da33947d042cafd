package io.smartblocks.ledger.transaction;

import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.proof.InclusionPath;
import io.smartblocks.ledger.proof.MerkleTree;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/** Whatever can stand in a field, from a seed. */
final class RandomLeaves implements RecordBuilding.Leaves {

    private static final List<String> ZONES = List.copyOf(new TreeSet<>(ZoneId.getAvailableZoneIds()));
    private static final List<Interval> INTERVALS =
            List.of("PT5M", "PT10M", "PT15M", "PT30M", "PT1H", "P1D", "P1M").stream()
                    .map(Interval::new)
                    .toList();
    private static final long LARGEST = (1L << 53) - 1;
    private static final int[] EDGES = {'"', '\\', '/', 0, 7, '\b', '\t', '\n', '\f', '\r', 0x1f, 0x7f, 0x80, 0x2028};

    private final Random random;

    RandomLeaves(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public Optional<Object> leaf(Class<?> type, String field) {
        if (type.isEnum()) {
            return Optional.of(type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)]);
        }
        Object value = switch (type.getSimpleName()) {
            case "String" -> random.nextBoolean() ? plainText() : anyText();
            case "int" -> random.nextBoolean() ? random.nextInt() : random.nextInt(5);
            case "long", "Long" -> random.nextLong() % (LARGEST + 1);
            case "boolean" -> random.nextBoolean();
            case "BigDecimal" -> decimal();
            case "Instant" -> instant();
            case "LocalDate" -> LocalDate.ofEpochDay(random.nextInt(4_000_000) - 719_528);
            case "ZoneId" -> ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            case "Interval" -> INTERVALS.get(random.nextInt(INTERVALS.size()));
            case "Hash" -> Hash.ofDigest(bytes(32));
            case "VerifyingKey" -> key();
            case "InclusionPath" -> path();
            default -> null;
        };
        return Optional.ofNullable(value);
    }

    @Override
    public Class<?> oneOf(List<Class<?>> family) {
        return family.get(random.nextInt(family.size()));
    }

    @Override
    public int items() {
        return random.nextInt(4);
    }

    @Override
    public boolean there() {
        return random.nextInt(3) > 0;
    }

    private String plainText() {
        return random.nextInt(3) == 0 ? word() + "/" + word() : word();
    }

    private String word() {
        return Long.toString(random.nextLong() >>> 1 + random.nextInt(60), 36);
    }

    private String anyText() {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(random.nextInt(3) == 0 ? EDGES[random.nextInt(EDGES.length)] : codePoint());
        }
        return text.toString();
    }

    private int codePoint() {
        int point = random.nextInt(Character.MAX_CODE_POINT + 1);
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 'x' : point;
    }

    private BigDecimal decimal() {
        int scale = random.nextInt(31);
        return new BigDecimal(new BigInteger(random.nextInt(99), random), scale)
                .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1));
    }

    private Instant instant() {
        long second = random.nextLong() % 253_402_300_800L;
        int[] nanos = {0, random.nextInt(1000) * 1_000_000, random.nextInt(1_000_000) * 1000, random.nextInt(1 << 29)};
        return Instant.ofEpochSecond(second, nanos[random.nextInt(nanos.length)]);
    }

    private VerifyingKey key() {
        String prefix = "302a300506032b6570032100";
        return new VerifyingKey(Base64.getEncoder()
                .encodeToString(HexFormat.of().parseHex(prefix + HexFormat.of().formatHex(bytes(32)))));
    }

    private InclusionPath path() {
        int size = 1 + random.nextInt(20);
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(bytes(8));
        }
        return MerkleTree.over(leaves).pathOf(random.nextInt(size));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
