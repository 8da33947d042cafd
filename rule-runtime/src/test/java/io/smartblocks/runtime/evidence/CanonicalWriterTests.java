package io.smartblocks.runtime.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CanonicalWriterTests {

    @Test
    void an_object_is_written_without_white_space_and_escapes_what_must_be() {
        CanonicalWriter out = new CanonicalWriter();

        out.open()
                .member(CanonicalWriter.name("a"), "é")
                .member(CanonicalWriter.name("b"), List.of("x\"y\\z\n", ""), out::text)
                .member(CanonicalWriter.name("c"), -7)
                .member(CanonicalWriter.name("d"), true)
                .member("e \uD83D\uDE00")
                .numbers(1, 2)
                .close();

        assertThat(new String(out.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":\"é\",\"b\":[\"x\\\"y\\\\z\\u000a\",\"\"],\"c\":-7,\"d\":true,\"e 😀\":[1,2]}");
    }

    @Test
    void what_is_longer_than_the_first_buffer_is_written_whole() {
        CanonicalWriter out = new CanonicalWriter();
        List<String> texts = List.of("a".repeat(9_000), "é".repeat(9_000));

        out.list(texts, out::text);

        assertThat(new String(out.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("[\"" + texts.get(0) + "\",\"" + texts.get(1) + "\"]");
    }

    @Test
    void texts_of_any_length_are_written_as_they_are_but_for_what_json_escapes() {
        Random random = new Random(41);
        for (int length = 0; length < 400; length++) {
            char[] text = new char[length % 40];
            int strange = random.nextInt(60);
            for (int i = 0; i < text.length; i++) {
                text[i] = (char) (random.nextInt(60) < strange ? 'a' + random.nextInt(26) : random.nextInt(0x250));
            }
            CanonicalWriter out = new CanonicalWriter().text(new String(text));
            assertThat(new String(out.bytes(), StandardCharsets.UTF_8)).isEqualTo(escaped(text));
            assertThat(out.sha256()).isEqualTo(Sha256.of(out.bytes()));
        }
    }

    @Test
    void what_is_written_again_and_again_is_written_as_the_first_time() {
        List<String> names = List.of("one", "t\"wo", "é");
        CanonicalWriter.Name word = CanonicalWriter.name("word");
        CanonicalWriter.Name words = CanonicalWriter.name("words");

        for (int i = 0; i < 3; i++) {
            byte[] bytes = CanonicalWriter.bytesOf(out -> {
                out.open().words(words, names).word(word, names.get(1)).member("é");
                assertThat(CanonicalWriter.sha256Of(inner -> inner.text("x")))
                        .isEqualTo(Sha256.of("\"x\"".getBytes(StandardCharsets.UTF_8)));
                out.word(names.get(2)).close();
            });
            assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .isEqualTo("{\"words\":[\"one\",\"t\\\"wo\",\"é\"],\"word\":\"t\\\"wo\",\"é\":\"é\"}");
        }
    }

    @Test
    void numbers_have_all_their_digits() {
        CanonicalWriter out = new CanonicalWriter();

        out.list(List.of(0L, 9L, 10L, 2_976L, Long.MAX_VALUE, -10L, Long.MIN_VALUE), out::number);

        assertThat(new String(out.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("[0,9,10,2976,9223372036854775807,-10,-9223372036854775808]");
    }

    private static String escaped(char... text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text) {
            if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        return out.append('"').toString();
    }
}
