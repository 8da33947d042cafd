package io.smartblocks.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Stage;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.state.ReadingsState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MeterAction;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Accounts;
import io.smartblocks.portal.member.MemberKeys;
import io.smartblocks.portal.member.Submitting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Readings from a file, from the first look to the ledger, as the people of a meter operator bring them. */
@PortalSite
@Import(UploadTests.Stopping.class)
@DirtiesContext
class UploadTests {

    /** How many batches of readings the ledger still takes, and what it does with the next one. */
    private static final AtomicInteger TAKES = new AtomicInteger(Integer.MAX_VALUE);

    private static final AtomicReference<Supplier<Submission>> THEN = new AtomicReference<>();

    /** A ledger that can be made to stop in the middle of a file. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Stopping {
        @Bean
        static BeanPostProcessor stopping() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof Ledger ? stopping(bean) : bean;
                }
            };
        }

        private static Object stopping(Object ledger) {
            return Proxy.newProxyInstance(
                    Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("commit")
                                && isOfReadings((Batch) arguments[0])
                                && TAKES.getAndDecrement() <= 0) {
                            return THEN.get().get();
                        }
                        try {
                            return method.invoke(ledger, arguments);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    });
        }

        private static boolean isOfReadings(Batch batch) {
            return batch.transactions().get(0).body().payload() instanceof MeterAction.RecordReadings;
        }
    }

    private static final MemberId GATEWAY = new MemberId("metering-gateway");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);
    private static final String HEAD = "time,value\n";

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Accounts accounts;

    @Autowired
    private MemberKeys keys;

    @Autowired
    private Submitting submitting;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Clock clock;

    @Value("${smartblocks.data}")
    private Path data = Path.of(".");

    @BeforeEach
    void a_meter_operator_works_here() throws IOException {
        if (ledger.state(StateKey.member(GATEWAY)).isPresent()) {
            return;
        }
        Signer gateway = new MachineKeys(data, clock).findOrMake(GATEWAY);
        Signer office = keys.open(SiteFixture.OFFICE, Files.readString(data.resolve("admin-password")))
                .orElseThrow();
        assertThat(submitting.submit(
                        office,
                        List.of(new RegisterMember(
                                GATEWAY,
                                "Gateway",
                                SiteFixture.METERING,
                                Set.of(Role.METER_OPERATOR),
                                gateway.publicKey()))))
                .isInstanceOf(Submission.Committed.class);
        accounts.open(
                new Account(
                        "fionn",
                        "Fionn Daly",
                        io.smartblocks.portal.account.Role.ESCO,
                        Optional.of(SiteFixture.METERING.value()),
                        Optional.empty()),
                SiteFixture.PASSWORD);
    }

    @Test
    void what_was_shown_is_recorded_once_the_password_confirms_it() throws Exception {
        List<Path> before = left();
        MockHttpSession fionn = visitors.signIn("fionn");
        String preview = kept(fionn, csv(DAY + "T00:00:00+01:00,310\n"), false);
        String page = page(fionn, preview);
        assertThat(page).contains("1 day would be recorded", "Boiler gas");

        commit(fionn, preview, digest(page), "wrong password", "").andExpect(status().isUnprocessableContent());
        assertThat(gas(DAY)).as("nothing without the password").isEmpty();
        commit(fionn, preview, "0".repeat(64), SiteFixture.PASSWORD, "").andExpect(status().isConflict());
        assertThat(gas(DAY)).as("nothing for another digest").isEmpty();
        commit(fionn, preview, digest(page), SiteFixture.PASSWORD, "").andExpect(status().isFound());

        assertThat(gas(DAY)).hasValueSatisfying(state -> {
            assertThat(state.page().values()).containsExactly(310L);
            assertThat(state.recordedBy()).isEqualTo(GATEWAY);
        });
        portal.perform(get(preview).session(fionn)).andExpect(status().isNotFound());
        assertThat(left()).as("files kept").isEqualTo(before);
    }

    @Test
    void a_replaced_reading_takes_a_reason() throws Exception {
        MockHttpSession fionn = visitors.signIn("fionn");
        LocalDate day = DAY.plusDays(1);
        record(fionn, day + "T00:00:00+01:00,100\n");
        String preview = kept(fionn, csv(day + "T00:00:00+01:00,120\n"), false);
        String page = page(fionn, preview);
        assertThat(page).contains("Differs from the ledger", "100 kWh (A)", "120 kWh (A)");

        commit(fionn, preview, digest(page), SiteFixture.PASSWORD, "")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("State why they are replaced")));
        commit(fionn, preview, digest(page), SiteFixture.PASSWORD, "read off again")
                .andExpect(status().isFound());

        assertThat(gas(day)).hasValueSatisfying(state -> {
            assertThat(state.revision()).isEqualTo(1);
            assertThat(state.reason()).isEqualTo("read off again");
        });
    }

    @Test
    void each_wrong_row_is_named_with_what_was_expected_and_how_to_mend_it() throws Exception {
        MockHttpSession fionn = visitors.signIn("fionn");
        String rows = "2026-10-07T00:00:00+01:00,1\n2026-10-07T00:00:00+01:00,1\n2026-10-08,2\n"
                + "2026-10-09T00:00:00+01:00,two\n2036-10-09T00:00:00+01:00,3\n";
        String page = page(fionn, kept(fionn, csv(rows), false));

        assertThat(page)
                .contains(
                        "Nothing of the file can be taken as it is", "stands in line 2 already", "two", "still to come")
                .doesNotContain("Record the readings");
        assertThat(page(fionn, kept(fionn, csv(rows), true)))
                .as("what is right is taken where the rest may be left out")
                .contains("Would be left out", "Record the readings");
    }

    @Test
    void the_meters_of_others_and_units_that_do_not_fit_are_refused() throws Exception {
        MockHttpSession fionn = visitors.signIn("fionn");
        String unknown = "meter,time,value\nnobody/knows,2026-10-07T00:00:00+01:00,1\n";
        assertThat(page(fionn, kept(fionn, file("a.csv", unknown.getBytes(UTF_8)), "", false)))
                .contains("nobody/knows");
        String unit = "time,value (m3)\n2026-10-07T00:00:00+01:00,1\n";
        assertThat(page(fionn, kept(fionn, file("a.csv", unit.getBytes(UTF_8)), MeterFixture.GAS.value(), false)))
                .contains("m3");
    }

    @Test
    void bombs_archives_and_other_endings_leave_nothing_behind() throws Exception {
        List<Path> before = left();
        MockHttpSession fionn = visitors.signIn("fionn");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                gzip.write(zeros);
            }
        }
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry("a.csv"));
            zip.write(HEAD.getBytes(UTF_8));
        }
        refused(fionn, file("bomb.csv.gz", packed.toByteArray()), "more than 8 MB");
        refused(fionn, file("a.csv", zipped.toByteArray()), "is a zip archive");
        refused(fionn, file("a.xlsx", zipped.toByteArray()), "neither CSV nor Green Button");
        refused(fionn, file("cut.csv.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0}), "broken or cut off");
        refused(fionn, file("empty.csv", new byte[0]), "Choose a file");
        assertThat(left()).isEqualTo(before);
    }

    @Test
    void a_ledger_that_stops_in_the_middle_of_a_file_is_told_with_what_stands_and_the_file_goes_on_from_there()
            throws Exception {
        MockHttpSession fionn = visitors.signIn("fionn");
        // 150 days are two batches, of 100 and of 50
        String preview = kept(fionn, csv(daily(LocalDate.of(2026, 1, 1), 150)), false);
        String digest = digest(page(fionn, preview));

        stop(1, () -> {
            throw LedgerUnavailable.nothingTaken(Stage.PROPOSED, "the line is cut");
        });
        commit(fionn, preview, digest, SiteFixture.PASSWORD, "")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Not all was recorded")))
                .andExpect(content().string(containsString("100 of 150 days of the file stand on it")))
                .andExpect(content().string(containsString("50 days would be recorded, 100 stand")));
        assertThat(gas(LocalDate.of(2026, 4, 10))).as("the hundredth day").isPresent();
        assertThat(gas(LocalDate.of(2026, 4, 11))).as("the day behind it").isEmpty();

        goOn();
        commit(fionn, preview, digest, SiteFixture.PASSWORD, "").andExpect(status().isFound());
        assertThat(gas(LocalDate.of(2026, 5, 30))).as("the last day").isPresent();
        assertThat(gas(LocalDate.of(2026, 1, 1)))
                .as("not recorded twice")
                .hasValueSatisfying(state -> assertThat(state.revision()).isZero());

        String again = kept(fionn, csv(daily(LocalDate.of(2026, 1, 1), 150)), false);
        assertThat(page(fionn, again))
                .contains("All of it stands on the ledger already")
                .doesNotContain("Record the readings");
    }

    @Test
    void a_refusal_in_the_middle_of_a_file_names_the_day_and_what_stands() throws Exception {
        MockHttpSession fionn = visitors.signIn("fionn");
        String preview = kept(fionn, csv(daily(LocalDate.of(2025, 1, 1), 130)), false);
        String digest = digest(page(fionn, preview));

        stop(1, () -> new Submission.Refused("METER_ENDED", 4, "the meter was taken out of service"));
        commit(fionn, preview, digest, SiteFixture.PASSWORD, "")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("100 of 130 days of the file stand on the ledger")))
                .andExpect(content().string(containsString("the meter was taken out of service")));
        assertThat(gas(LocalDate.of(2025, 4, 10))).as("the hundredth day").isPresent();
        assertThat(gas(LocalDate.of(2025, 4, 11))).as("the day behind it").isEmpty();

        stop(0, () -> new Submission.Refused("METER_ENDED", 4, "the meter was taken out of service"));
        commit(fionn, preview, digest, SiteFixture.PASSWORD, "")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Nothing was recorded")))
                .andExpect(content().string(containsString("Nothing of the file was taken")));
    }

    @AfterEach
    void goOn() {
        TAKES.set(Integer.MAX_VALUE);
    }

    private static void stop(int batches, Supplier<Submission> then) {
        THEN.set(then);
        TAKES.set(batches);
    }

    private static String daily(LocalDate from, int days) {
        return from.datesUntil(from.plusDays(days))
                .map(day -> day.atStartOfDay(MeterFixture.ZONE).toOffsetDateTime() + ",7\n")
                .collect(Collectors.joining());
    }

    @Test
    void entities_of_a_file_are_never_resolved() throws Exception {
        MockHttpSession fionn = visitors.signIn("fionn");
        String feed = "<?xml version=\"1.0\"?><!DOCTYPE feed [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>&x;</title></feed>";

        assertThat(page(fionn, kept(fionn, file("feed.xml", feed.getBytes(UTF_8)), MeterFixture.GAS.value(), false)))
                .contains("defines or uses entities")
                .doesNotContain("root:");
    }

    @Test
    void a_file_is_known_to_its_own_session_and_operator_only() throws Exception {
        List<Path> before = left();
        MockHttpSession fionn = visitors.signIn("fionn");
        String preview = kept(fionn, csv("2026-10-11T00:00:00+01:00,5\n"), false);

        portal.perform(get(preview).session(visitors.signIn("fionn"))).andExpect(status().isNotFound());
        portal.perform(get(preview).session(visitors.signIn("conor"))).andExpect(status().isNotFound());
        portal.perform(multipart("/readings")
                        .file(csv("2026-10-11T00:00:00+01:00,5\n"))
                        .session(visitors.signIn("conor"))
                        .with(csrf()))
                .andExpect(status().isConflict());
        fionn.invalidate();
        assertThat(left()).as("files of a session that has ended").isEqualTo(before);
    }

    @Test
    void the_pages_before_readings_are_recorded_break_no_rule(@LocalServerPort int port, @TempDir Path folder)
            throws Exception {
        Path file = Files.writeString(
                folder.resolve("readings.csv"), HEAD + "2026-10-12T00:00:00+01:00,5\nyesterday,6\n", UTF_8);
        try (Browser browser = Browser.at("http://localhost:" + port)) {
            browser.signIn("fionn");
            browser.complaints();
            browser.open("/readings");
            PageRules.breaksNone(browser);

            browser.driver().findElement(By.id("file")).sendKeys(file.toString());
            new Select(browser.driver().findElement(By.name("meter"))).selectByValue(MeterFixture.GAS.value());
            browser.leave(browser.driver().findElement(By.id("file"))::submit);

            assertThat(browser.driver().getCurrentUrl()).contains("/readings/");
            assertThat(browser.texts("main")).singleElement().asString().contains("yesterday");
            PageRules.breaksNone(browser);
        }
    }

    private void record(MockHttpSession session, String rows) throws Exception {
        String preview = kept(session, csv(rows), false);
        commit(session, preview, digest(page(session, preview)), SiteFixture.PASSWORD, "")
                .andExpect(status().isFound());
    }

    private void refused(MockHttpSession session, MockMultipartFile file, String why) throws Exception {
        portal.perform(multipart("/readings").file(file).session(session).with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(why)));
    }

    private String kept(MockHttpSession session, MockMultipartFile file, boolean leaveOut) throws Exception {
        return kept(session, file, MeterFixture.GAS.value(), leaveOut);
    }

    private String kept(MockHttpSession session, MockMultipartFile file, String meter, boolean leaveOut)
            throws Exception {
        String location = portal.perform(multipart("/readings")
                        .file(file)
                        .param("meter", meter)
                        .param("leaveOut", String.valueOf(leaveOut))
                        .session(session)
                        .with(csrf()))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        assertThat(location).startsWith("/readings/");
        return location;
    }

    private ResultActions commit(MockHttpSession session, String preview, String digest, String password, String reason)
            throws Exception {
        return portal.perform(post(preview)
                .param("digest", digest)
                .param("password", password)
                .param("reason", reason)
                .session(session)
                .with(csrf()));
    }

    private String page(MockHttpSession session, String address) throws Exception {
        return portal.perform(get(address).session(session))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String digest(String page) {
        Matcher digest =
                Pattern.compile("name=\"digest\" value=\"([0-9a-f]{64})\"").matcher(page);
        assertThat(digest.find()).isTrue();
        return digest.group(1);
    }

    private Optional<ReadingsState> gas(LocalDate day) {
        return ledger.state(StateKey.readings(MeterFixture.GAS, day), ReadingsState.class);
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("uploads"))) {
            return files.sorted().toList();
        }
    }

    private static MockMultipartFile csv(String rows) {
        return file("readings.csv", (HEAD + rows).getBytes(UTF_8));
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("file", name, "text/csv", content);
    }
}
