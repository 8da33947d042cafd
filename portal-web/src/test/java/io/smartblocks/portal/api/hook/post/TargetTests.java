package io.smartblocks.portal.api.hook.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.portal.api.hook.post.Target.Wrong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTests {

    private final Target strict = new Target(Set.of(443, 8443), false);

    @ParameterizedTest
    @CsvSource({
        "'', NO_URL",
        "billing, NO_URL",
        "https://, NO_URL",
        "https://a b.example, NO_URL",
        "https://billing.example/#part, NO_URL",
        "http://billing.example/, NOT_HTTPS",
        "file:///etc/passwd, NO_URL",
        "ftp://billing.example/, NOT_HTTPS",
        "gopher://billing.example/, NOT_HTTPS",
        "https://me:secret@billing.example/, USER",
        "https://billing.example:22/, PORT",
        "https://billing.example:0/, PORT"
    })
    void what_may_not_be_sent_to_is_told_apart(String url, Wrong wrong) {
        assertThat(strict.wrong(url)).contains(wrong);
    }

    @Test
    void an_address_is_not_endless() {
        assertThat(strict.wrong("https://billing.example/" + "a".repeat(2_000))).contains(Wrong.TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource({"https://billing.example", "HTTPS://billing.example:8443/in?from=smartblocks", "https://1.1.1.1/"})
    void the_rest_may(String url) {
        assertThat(strict.wrong(url)).isEmpty();
    }
}
