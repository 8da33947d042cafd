package io.smartblocks.portal.api.hook.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class StandardSignatureTests {

    @Test
    void it_signs_as_the_libraries_of_the_specification_do() {
        String signature = StandardSignature.of(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330,
                "{\"test\": 2432232314}");

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void a_new_secret_has_as_many_bits_as_the_specification_asks_for() {
        String secret = StandardSignature.newSecret();

        assertThat(secret).startsWith("whsec_").isNotEqualTo(StandardSignature.newSecret());
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSizeBetween(24, 64);
    }
}
