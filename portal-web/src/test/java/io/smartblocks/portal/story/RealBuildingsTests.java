package io.smartblocks.portal.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.SharedFiles;
import io.smartblocks.portal.member.MemberKeys;
import io.smartblocks.runtime.run.Verification;
import io.smartblocks.runtime.run.VerifyingSettlement;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.SettlementEngine;
import io.smartblocks.runtime.settlement.Statement;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A year of two buildings' readings, settled through gateway, ledger, Quartz and Drools, and shown by the portal. */
@SpringBootTest(properties = {"smartblocks.sweep-every=200ms", "smartblocks.password-strength=4"})
@AutoConfigureMockMvc
class RealBuildingsTests {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    /** The straight line of use on temperature that a peer fitted to the year before the works. */
    private static final String COMMERCIAL = """
            contract "Commercial building shared savings" version 1.0.
            in force from 1 March 2014 to 28 February 2015.
            time zone "UTC".
            working days follow "United States".
            due dates roll to the next working day.
            money is rounded half up to 0.01 USD.
            payments of one settlement are set off.
            party ESCO is "Lumen".
            party Client is "Mill".
            meter Main Meter reads kWh every 1 day from "meter/building/main".
            meter Outdoor Temperature reads °F every 1 day from "meter/building/outdoor".
            period Contract Year is every 1 year from 1 March 2014, settled 10 working days after its end.
            Base Load is 31,433.861259915651 kWh per day.
            Slope is 288.107082732382 kWh per °F.
            Adjusted Baseline is Base Load * the days of Contract Year - Slope * the total of Outdoor Temperature over Contract Year.
            Energy Used is the total of Main Meter over Contract Year.
            Energy Saved is Adjusted Baseline - Energy Used.
            Savings Value is Energy Saved * 0.09 USD per kWh.
            clause 1.1 "Sharing of savings":
              when Savings Value is above 0 USD,
              Client shall pay 60 % of Savings Value to ESCO within 30 days after settlement, described as "share of verified savings".
            when readings of Main Meter, Outdoor Temperature are missing, hold settlement, notify ESCO, Client.
            """;

    /** The same building with a baseline that the settlement fits itself. */
    private static final String FITTED = COMMERCIAL
            .replace("contract \"Commercial building shared savings\"", "contract \"Commercial building, fitted\"")
            .replace("meter/building/", "meter/tower/")
            .replace("""
                    Base Load is 31,433.861259915651 kWh per day.
                    Slope is 288.107082732382 kWh per °F.
                    Adjusted Baseline is Base Load * the days of Contract Year - Slope * the total of Outdoor Temperature over Contract Year.
                    """, """
                    baseline Main Baseline of Main Meter is fitted by "CalTRACK daily" from 1 March 2012 to 28 February 2013
                      with Outdoor Temperature, accepted when CVRMSE is at most 25 % and R2 is at least 60 %.
                    Adjusted Baseline is the total of Main Baseline over Contract Year.
                    """);

    private static final String HOME = """
            contract "Illinois home shared savings" version 1.0.
            in force from 1 January 2017 to 31 December 2017.
            time zone "America/Chicago".
            working days follow "United States".
            due dates roll to the next working day.
            money is rounded half up to 0.01 USD.
            payments of one settlement are set off.
            party ESCO is "Lumen".
            party Client is "Mill".
            meter Home Meter reads kWh every 1 hour from "meter/home".
            period Billing Month is every 1 month from 1 January 2017, settled 5 working days after its end.
            Energy Used is the total of Home Meter over Billing Month.
            Baseline is 30 kWh per day * the days of Billing Month.
            Energy Saved is the amount by which Baseline exceeds Energy Used.
            clause 1.1 "Sharing of savings":
              Client shall pay 50 % of Energy Saved * 0.13 USD per kWh to ESCO within 20 working days after settlement.
            when readings of Home Meter are missing:
              for up to 3 hours, use a straight line between the readings on either side;
              for longer, hold settlement, notify ESCO, Client.
            """;

    @TempDir
    private static Path data;

    @DynamicPropertySource
    static void dataDirectory(DynamicPropertyRegistry registry) {
        registry.add("smartblocks.data", () -> data.toString());
    }

    @Autowired
    private Ledger ledger;

    @Autowired
    private ReadModel model;

    @Autowired
    private MemberKeys keys;

    @Autowired
    private UserDetailsService users;

    @Autowired
    private Clock clock;

    @Autowired
    private MockMvc portal;

    private static Optional<Estate> estates = Optional.empty();
    private static boolean towers;

    private Estate estate;

    @BeforeEach
    void members() throws IOException {
        if (estates.isEmpty()) {
            String password = Files.readString(data.resolve("admin-password"));
            estates = Optional.of(new Estate(
                    ledger, keys.open(new MemberId("registrar"), password).orElseThrow(), clock, data));
        }
        estate = estates.orElseThrow();
    }

    @Test
    void a_commercial_building_saves_what_the_peer_found() throws Exception {
        estate.meter("building/main", "electricity", "kWh", "P1D", ZoneId.of("UTC"));
        estate.meter("building/outdoor", "weather", "°F", "P1D", ZoneId.of("UTC"));
        assertThat(estate.readings(SharedFiles.metering("data/nmecr/data_eload_daily_kWh.csv"), "building/main")
                        .readings())
                .as("the summer's stamps at 01:00Z lose no day")
                .isEqualTo(1095);
        estate.readings(SharedFiles.metering("data/nmecr/data_temp_daily_degF.csv"), "building/outdoor");

        Settled year = settled(estate.active("building", COMMERCIAL), 1).get(0);

        assertThat(year.value("Energy Used").doubleValue()).isCloseTo(peer("performance_period_use"), within(0.01));
        assertThat(year.value("Energy Saved").doubleValue()).isCloseTo(peer("savings"), within(0.001));
        BigDecimal share =
                year.value("Savings Value").multiply(new BigDecimal("0.60")).setScale(2, RoundingMode.HALF_UP);
        assertThat(year.statement().documents())
                .singleElement()
                .satisfies(document -> assertThat(document.gross()).isEqualByComparingTo(share));
        shows(year, "19,063.24");
    }

    @Test
    void a_commercial_building_fits_its_own_baseline_and_anyone_can_fit_it_again() throws Exception {
        tower();

        Settled year = settled(estate.active("tower", FITTED), 1).get(0);

        JsonNode peer = new JsonMapper()
                .readTree(Files.readString(SharedFiles.metering("golden/caltrack/nmecr-commercial-daily.json")));
        JsonNode savings = peer.path("metered_savings");
        assertThat(year.value("Adjusted Baseline").doubleValue())
                .isCloseTo(savings.path("counterfactual_usage").asDouble(), withinPercentage(1e-4));
        assertThat(year.value("Energy Saved").doubleValue())
                .isCloseTo(savings.path("metered_savings").asDouble(), withinPercentage(1e-4));
        assertThat(year.statement().baselines()).singleElement().satisfies(baseline -> {
            assertThat(baseline.method()).isEqualTo("CalTRACK daily");
            assertThat(baseline.curve().pieces())
                    .singleElement()
                    .satisfies(piece -> assertThat(piece.at()).isEqualTo(Exact.of(62)));
            assertThat(baseline.unread() + baseline.unmeasured()).isZero();
            assertThat(baseline.band().orElseThrow().doubleValue())
                    .isCloseTo(peer.path("error_bands").path("FSU Error Band").asDouble(), withinPercentage(1e-4));
        });
        assertThat(new VerifyingSettlement(model, new SettlementEngine()).verify(year.record()))
                .isInstanceOf(Verification.Same.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            strict | R2 is at least 60 %   | R2 is at least 90 %   | R2 is 71.842 %, and must be at least 90 %
            early  | from 1 March 2012     | from 1 January 2012   | lacks 60 days: 60 without a reading
            short  | from 1 March 2012     | from 1 February 2012  | none
            cold   | meter/tower/outdoor   | meter/tower/thermometer | and 365 without a temperature
            """)
    void a_fit_that_cannot_stand_holds_the_settlement(String id, String words, String others, String reason)
            throws Exception {
        tower();
        AgreementId agreement = estate.active(id, FITTED.replace(words, others));

        if (reason.equals("none")) {
            assertThat(settled(agreement, 1)
                            .get(0)
                            .statement()
                            .baselines()
                            .get(0)
                            .unread())
                    .isEqualTo(29);
        } else {
            for (int tries = 0; model.settlements().holdsOf(agreement).isEmpty() && tries < 1_800; tries++) {
                Thread.sleep(100);
            }
            assertThat(model.settlements().holdsOf(agreement))
                    .singleElement()
                    .satisfies(hold -> assertThat(hold.toString()).contains(reason));
        }
    }

    private void tower() throws IOException {
        if (towers) {
            return;
        }
        estate.meter("tower/main", "electricity", "kWh", "P1D", ZoneId.of("UTC"));
        estate.meter("tower/outdoor", "weather", "°F", "P1D", ZoneId.of("UTC"));
        estate.meter("tower/thermometer", "weather", "°F", "P1D", ZoneId.of("UTC"));
        estate.readings(SharedFiles.metering("data/nmecr/data_eload_daily_kWh.csv"), "tower/main");
        estate.readings(SharedFiles.metering("data/nmecr/data_temp_daily_degF.csv"), "tower/outdoor");
        towers = true;
    }

    @Test
    void a_home_settles_twelve_months_of_hours_by_the_local_clock() throws Exception {
        estate.meter("home", "electricity", "kWh", "PT1H", CHICAGO);
        Path file = SharedFiles.metering("data/eemeter-samples/il-electricity-cdd-hdd-hourly.csv.gz");
        estate.readings(file, "home");
        TreeMap<YearMonth, BigDecimal> used = byMonth(file);

        List<Settled> months = settled(estate.active("home", HOME), 12);

        for (Settled month : months) {
            assertThat(month.value("Energy Used"))
                    .as(month.toString())
                    .isEqualByComparingTo(
                            used.get(YearMonth.from(month.statement().from())));
        }
        shows(months.get(0), "January 2017");
        VerifyingSettlement again = new VerifyingSettlement(model, new SettlementEngine());
        assertThat(months)
                .allSatisfy(month -> assertThat(again.verify(month.record())).isInstanceOf(Verification.Same.class));
    }

    private record Settled(SettlementRecord record, Statement statement) {
        BigDecimal value(String term) {
            Exact value = statement.values().stream()
                    .filter(each -> each.name().equals(term))
                    .findFirst()
                    .orElseThrow()
                    .value();
            return value.toDecimal(12, RoundingMode.HALF_UP);
        }
    }

    /** Waits until Quartz has settled so many periods, the earliest first. */
    private List<Settled> settled(AgreementId agreement, int periods) throws InterruptedException {
        for (int tries = 0; model.settlements().of(agreement).size() < periods && tries < 1_800; tries++) {
            Thread.sleep(100);
        }
        List<Settled> settled = model.settlements().of(agreement).stream()
                .sorted(Comparator.comparing(record -> record.settlement().from()))
                .map(record -> new Settled(
                        record,
                        Settlement.fromJson(record.settlement().statement().getBytes(StandardCharsets.UTF_8))))
                .toList();
        assertThat(settled)
                .as(() -> "held: " + model.settlements().holdsOf(agreement))
                .hasSize(periods);
        return settled;
    }

    private void shows(Settled settled, String words) throws Exception {
        LocalDate from = settled.statement().from();
        String period = settled.statement().period().toLowerCase(Locale.ROOT).replace(' ', '-');
        String address = "/settlements/" + settled.record().settlement().agreement() + "/" + period + "/" + from + "/0";
        String page = portal.perform(get(address).with(user(users.loadUserByUsername("admin"))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains(words);
    }

    /** What the peer's straight-line model says of the year after the works. */
    private static double peer(String column) throws IOException {
        List<String> lines = Files.readAllLines(SharedFiles.metering("golden/nmecr/nmecr_models.csv"));
        int index = List.of(lines.get(0).split(",")).indexOf(column);
        String line = lines.stream()
                .filter(each -> each.startsWith("Daily,SLR,"))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(line.split(",")[index]);
    }

    private static TreeMap<YearMonth, BigDecimal> byMonth(Path file) throws IOException {
        TreeMap<YearMonth, BigDecimal> sums = new TreeMap<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            reader.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .filter(cells -> cells.length > 1)
                    .forEach(cells -> sums.merge(
                            YearMonth.from(OffsetDateTime.parse(cells[0]).atZoneSameInstant(CHICAGO)),
                            new BigDecimal(cells[1]),
                            BigDecimal::add));
        }
        return sums;
    }
}
