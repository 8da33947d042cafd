package io.smartblocks.ledger.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureCheckTests {

    private static final byte[] MESSAGE = "what is signed".getBytes(StandardCharsets.UTF_8);

    private final KeyPair key = KeyPair.generate();

    @Test
    void others_check_our_signatures_as_we_do() throws GeneralSecurityException {
        for (int i = 0; i < 20; i++) {
            KeyPair any = KeyPair.generate();
            byte[] signature = any.sign(MESSAGE);

            assertThat(SignatureCheck.holds(any.publicKey(), MESSAGE, signature))
                    .isTrue();
            assertThat(holdsForJava(any.publicKey(), signature)).isTrue();
        }
    }

    @Test
    void nothing_about_a_signature_may_differ() {
        byte[] signature = key.sign(MESSAGE);
        for (int place = 0; place < signature.length; place++) {
            byte[] other = signature.clone();
            other[place] ^= 1;
            assertThat(SignatureCheck.holds(key.publicKey(), MESSAGE, other)).isFalse();
        }
        assertThat(SignatureCheck.holds(key.publicKey(), new byte[] {1}, signature))
                .isFalse();
        assertThat(SignatureCheck.holds(KeyPair.generate().publicKey(), MESSAGE, signature))
                .isFalse();
        for (int length : new int[] {0, 1, 63, 65, 1000}) {
            assertThat(SignatureCheck.holds(key.publicKey(), MESSAGE, Arrays.copyOf(signature, length)))
                    .isFalse();
        }
    }

    @Test
    void no_signature_holds_for_a_key_that_is_no_point() {
        VerifyingKey none = new VerifyingKey("MCowBQYDK2VwAyEA" + "/".repeat(42) + "8=");

        assertThat(SignatureCheck.holds(none, MESSAGE, key.sign(MESSAGE))).isFalse();
        assertThat(none.hasPrivateHalf()).isFalse();
        assertThat(key.publicKey().hasPrivateHalf()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MCowBQYDK2VwAyEA",
                "MCowBQYDK2VwAyEA!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!",
                "MCowBQYDK2VwAyEAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=",
                "MCowBQYDK2VwAyEAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void a_key_has_one_text(String text) {
        assertThatThrownBy(() -> new VerifyingKey(text)).hasMessageContaining("not an Ed25519 public key");
    }

    private static boolean holdsForJava(VerifyingKey key, byte[] signature) throws GeneralSecurityException {
        PublicKey java = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key.encoded()));
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(java);
        check.update(MESSAGE);
        return check.verify(signature);
    }
}
