package io.smartblocks.ledger.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.Test;

/** A key whose point is kept is taken for what the bytes of the key are taken for. */
class KnownPointsTests {

    private static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    private static final byte[] MESSAGE = {1, 2, 3};

    // the points of small order in their canonical form, for which a signature of nothing would hold
    private static final List<String> SMALL = List.of(
            "0100000000000000000000000000000000000000000000000000000000000000",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0000000000000000000000000000000000000000000000000000000000000080",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa");

    private final Random random = new Random(25519);
    private final KnownPoints points = new KnownPoints();

    @Test
    void every_key_and_signature_is_judged_as_by_the_bytes_of_the_key() {
        KeyPair signing = KeyPair.generate();
        for (byte[] key : keys(signing)) {
            VerifyingKey verifying = VerifyingKey.of(key);
            boolean known = points.of(verifying).isPresent();
            for (byte[] signature : signatures(signing)) {
                boolean byBytes = Ed25519.verify(signature, 0, key, 0, MESSAGE, 0, MESSAGE.length);
                for (int time = 0; time < 2; time++) {
                    assertThat(SignatureCheck.holds(verifying, MESSAGE, signature))
                            .as("key %s, signature %s", hex(key), hex(signature))
                            .isEqualTo(byBytes);
                }
                assertThat(known || !byBytes).isTrue();
            }
        }
        assertThat(SignatureCheck.holds(signing.publicKey(), MESSAGE, signing.sign(MESSAGE)))
                .isTrue();
    }

    @Test
    void only_the_keys_that_were_used_last_are_kept() {
        VerifyingKey mine = KeyPair.generate().publicKey();
        points.of(mine);
        for (int i = 0; i < 1100; i++) {
            points.of(KeyPair.generate().publicKey());
            assertThat(points.of(mine)).isPresent();
        }
        assertThat(points.size()).isEqualTo(1024);
        for (String small : SMALL) {
            assertThat(points.of(VerifyingKey.of(bytes(small)))).isEmpty();
        }
        assertThat(points.size()).isEqualTo(1024);
    }

    private List<byte[]> keys(KeyPair signing) {
        List<byte[]> keys = new ArrayList<>();
        keys.add(signing.publicKey().point());
        for (String small : SMALL) {
            keys.add(bytes(small));
        }
        for (int more = -3; more < 19; more++) {
            // beside and beyond the prime, with either sign
            byte[] number = littleEndian(PRIME.add(BigInteger.valueOf(more)));
            keys.add(number.clone());
            number[31] |= (byte) 0x80;
            keys.add(number);
        }
        for (int i = 0; i < 100; i++) {
            byte[] any = new byte[32];
            random.nextBytes(any);
            keys.add(any);
        }
        return keys;
    }

    private List<byte[]> signatures(KeyPair signing) {
        List<byte[]> signatures = new ArrayList<>();
        byte[] good = signing.sign(MESSAGE);
        signatures.add(good);
        signatures.add(with(good, 32, littleEndian(numberAt(good, 32).add(ORDER))));
        signatures.add(with(good, 0, bytes(SMALL.get(0))));
        for (String small : SMALL) {
            signatures.add(with(new byte[64], 0, bytes(small)));
        }
        for (int i = 0; i < 3; i++) {
            byte[] any = new byte[64];
            random.nextBytes(any);
            any[63] &= 0x0f;
            signatures.add(any);
        }
        return signatures;
    }

    private static byte[] with(byte[] signature, int place, byte[] part) {
        byte[] other = signature.clone();
        System.arraycopy(part, 0, other, place, part.length);
        return other;
    }

    private static BigInteger numberAt(byte[] bytes, int place) {
        byte[] big = new byte[32];
        for (int i = 0; i < 32; i++) {
            big[31 - i] = bytes[place + i];
        }
        return new BigInteger(1, big);
    }

    private static byte[] littleEndian(BigInteger number) {
        byte[] little = new byte[32];
        for (int i = 0; i < 32; i++) {
            little[i] = number.shiftRight(8 * i).byteValue();
        }
        return little;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
