package io.smartblocks.ledger.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTests {

    private static final String BODY = """
            {"ledger":"0000000000000000000000000000000000000000000000000000000000000000",\
            "payload":{"index":"a/b","reason":"r","type":"correct-index-value",\
            "value":{"from":"2026-10-01","to":"2026-11-01","value":"1.50"}},\
            "requestKey":"k","signer":"exchange","statedAt":"2026-11-01T08:00:00Z"}""";

    @Test
    void names_are_ordered_as_rfc_8785_orders_them() {
        record Names(Map<String, String> map) {}

        String text = CanonicalJson.write(new Names(
                Map.of("\u20ac", "a", "\r", "b", "\ufb33", "c", "1", "d", "\ud83d\ude00", "e", "\u0080", "f")));

        assertThat(text)
                .isEqualTo("{\"map\":{\"\\r\":\"b\",\"1\":\"d\",\"\u0080\":\"f\",\"\u20ac\":\"a\","
                        + "\"\ud83d\ude00\":\"e\",\"\ufb33\":\"c\"}}");
    }

    @Test
    void strings_are_escaped_as_rfc_8785_escapes_them() {
        record Text(String text, int other) {}

        assertThat(CanonicalJson.write(new Text("\u20ac$\u000f\nA'B\"\\\\\"/", 1)))
                .isEqualTo("{\"other\":1,\"text\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
        assertThatThrownBy(() -> CanonicalJson.write(new Text("half \ud83d", 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neither_language_nor_time_zone_of_the_machine_matters() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(CanonicalJson.read(BODY, TransactionBody.class).canonicalText())
                    .isEqualTo(BODY);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void what_is_optional_and_absent_is_not_written_so_that_older_texts_stay_as_they_are() {
        record Added(String before, Optional<String> middle, int other) {}

        assertThat(CanonicalJson.write(new Added("a", Optional.empty(), 1)))
                .isEqualTo("{\"before\":\"a\",\"other\":1}");
        assertThat(CanonicalJson.write(new Added("a", Optional.of("b"), 1)))
                .isEqualTo("{\"before\":\"a\",\"middle\":\"b\",\"other\":1}");
        for (Added added : List.of(new Added("a", Optional.empty(), 1), new Added("a", Optional.of("b"), 1))) {
            assertThat(CanonicalJson.read(CanonicalJson.write(added), Added.class))
                    .isEqualTo(added);
        }
        assertThatThrownBy(() -> CanonicalJson.read("{\"before\":\"a\",\"middle\":null,\"other\":1}", Added.class))
                .isInstanceOf(MalformedJson.class)
                .hasMessageContaining("middle");
    }

    @Test
    void decimals_keep_their_digits_and_never_take_an_exponent() {
        IndexValue value = new IndexValue(LocalDate.EPOCH, LocalDate.EPOCH, new BigDecimal("1.20E+5"));

        assertThat(CanonicalJson.write(value)).contains("\"value\":\"120000\"");
        assertThat(CanonicalJson.read(BODY, TransactionBody.class).canonicalText())
                .contains("\"1.50\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+30", "-1E+30", "1E-31", "999999999999999999999999999999E+1", "1E+999999999"})
    void a_decimal_that_could_not_be_read_back_is_not_written(String decimal) {
        IndexValue value = new IndexValue(LocalDate.EPOCH, LocalDate.EPOCH, new BigDecimal(decimal));

        assertThatThrownBy(() -> CanonicalJson.write(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("canonical form");
    }

    @Test
    void an_id_that_would_be_read_back_as_another_is_none() {
        assertThatThrownBy(() -> new MeterId("meter/meter/m1")).hasMessageContaining("not a meter id");
        assertThat(new MeterId("meter/m1")).isEqualTo(new MeterId("m1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "k"                    | 7                 | field 'requestKey' holds '7'; expected text
            "requestKey"           | "requestkey"      | field 'requestKey' is missing
            "reason":"r"           | "reason":"r","x":1 | field 'payload.x' is not known here
            "correct-index-value"  | "launch-rocket"   | field 'payload.type' holds 'launch-rocket'; expected one of
            "1.50"                 | "a lot"           | field 'payload.value.value' holds 'a lot'; expected a decimal
            "1.50"                 | "1E9"             | field 'payload.value.value' holds '1E9'; expected a decimal
            "1.50"                 | 1.50              | field 'payload.value.value' holds 1.50; expected a whole number
            "2026-10-01"           | "1 October"       | field 'payload.value.from' holds '1 October'; expected a day
            08:00:00Z              | 08:00:00          | field 'statedAt' holds '2026-11-01T08:00:00'; expected an instant
            "exchange"             | "Exchange!"       | field 'signer' is not acceptable: 'Exchange!' is not a member id
            "signer":"exchange"    | "signer":null     | field 'signer' holds 'null'; expected text
            "requestKey":"k"       | "requestKey":"k","requestKey":"k" | the JSON text cannot be read
            "a/b"                  | {}                | field 'payload.index' holds something nested; expected text
            """)
    void what_does_not_fit_is_refused_by_the_name_of_its_field(String part, String instead, String message) {
        assertThatThrownBy(() -> CanonicalJson.read(BODY.replace(part, instead), TransactionBody.class))
                .isInstanceOf(MalformedJson.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void text_that_ends_early_or_goes_on_is_refused() {
        for (String text : List.of("", "{", BODY.substring(0, 40), BODY + "{}", "[]", "7")) {
            assertThatThrownBy(() -> CanonicalJson.read(text, TransactionBody.class))
                    .as(text)
                    .isInstanceOf(MalformedJson.class);
        }
    }

    @Test
    void numbers_that_json_readers_cannot_hold_exactly_are_refused() {
        record Count(long count, long other) {}

        for (long number : new long[] {1L << 53, -(1L << 53), Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> CanonicalJson.write(new Count(number, 0)))
                    .as("%d", number)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> CanonicalJson.read("{\"count\":9007199254740992,\"other\":0}", Count.class))
                .isInstanceOf(MalformedJson.class)
                .hasMessageContaining("'count'");
    }
}
