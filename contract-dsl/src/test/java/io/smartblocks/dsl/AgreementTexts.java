package io.smartblocks.dsl;

import io.smartblocks.dsl.diagnostic.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Texts that several tests use. */
public final class AgreementTexts {

    /** A small agreement without a fault. */
    public static final String SMALL = """
            contract "Small" version 1.0.
            in force from 1 January 2027 to 31 December 2027.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            party Seller is "S Ltd".
            party Buyer is "B Ltd".
            meter Main Meter reads kWh every 15 minutes from "meter/1".
            period Month is every 1 month from 1 January 2027, settled 5 working days after its end.
            when readings of Main Meter are missing, hold settlement.
            Energy is the total of Main Meter over Month.
            Price is 0.20 EUR per kWh.
            clause 1 "Bill":
              Buyer shall pay Energy * Price to Seller within 14 days after settlement.
            scenario "nothing used":
              expect no payment.
            """;

    private static final Pattern UNSETTLED_PERIOD = Pattern.compile("(?m)^(period [^,\\n]*)\\.$");
    private static final String SETTLED = "$1, settled 5 working days after its end.";

    private AgreementTexts() {}

    /** The names of all design samples. */
    static Stream<String> samples() {
        return Stream.of(
                "amend",
                "chauffage",
                "guaranteed",
                "instance",
                "p2p",
                "performance",
                "shared",
                "template",
                "tou",
                "we1",
                "we2",
                "we3",
                "we4",
                "we4_heat",
                "we5",
                "we5_gaps",
                "we6");
    }

    /** The names of the design samples that are whole agreements. */
    static Stream<String> agreements() {
        return samples()
                .filter(name -> !List.of("amend", "instance", "template").contains(name));
    }

    /** Our own test agreements. */
    public static List<SourceText> own() {
        return List.of(
                new SourceText("small.esco", SMALL),
                resource("laundry.esco"),
                resource("depot.template.esco"),
                resource("orchard.esco"),
                resource("running.esco"),
                resource("quay.esco"));
    }

    /** A test agreement by its file name. */
    public static SourceText resource(String name) {
        try (InputStream in = AgreementTexts.class.getResourceAsStream("/agreements/" + name)) {
            return new SourceText(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' could not be read".formatted(name), e);
        }
    }

    /** A design sample with the sentences and scenarios that an older one lacks. */
    public static SourceText completed(String name) {
        String lacking;
        try (InputStream in = AgreementTexts.class.getResourceAsStream("/completions/" + name + ".txt")) {
            lacking = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the completion of '%s' could not be read".formatted(name), e);
        }
        String text = sample(name + ".esco").text();
        return new SourceText(name + ".esco", UNSETTLED_PERIOD.matcher(text).replaceAll(SETTLED) + "\n" + lacking);
    }

    /** A design sample by its file name; skips the test where the design is not at hand, but not in CI. */
    public static SourceText sample(String name) {
        Path file = Path.of(System.getProperty("smartblocks.shared", "../../shared"), "design", "samples", name);
        if (!"true".equals(System.getenv("CI"))) {
            Assumptions.assumeTrue(Files.exists(file), () -> "the design samples are not at hand: " + file);
        }
        try {
            return new SourceText(name, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' could not be read".formatted(file), e);
        }
    }
}
