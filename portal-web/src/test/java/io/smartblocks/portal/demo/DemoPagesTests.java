package io.smartblocks.portal.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.Occasion;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.portal.account.OpenLogins;
import io.smartblocks.portal.cli.Run;
import io.smartblocks.portal.document.InvoiceRules;
import io.smartblocks.runtime.settlement.BaselineUsed;
import io.smartblocks.runtime.settlement.Corrected;
import io.smartblocks.runtime.settlement.Document;
import io.smartblocks.runtime.settlement.Part;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.Statement;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the demo site settled unattended, on its pages, on paper and beside it on the command line. */
@FixedDemoSite
class DemoPagesTests {

    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

    @Autowired
    private MockMvc portal;

    @Autowired
    private OpenLogins logins;

    @Autowired
    private ReadModel model;

    @Value("${smartblocks.data}")
    private Path data = Path.of(".");

    private MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void sign_in() throws Exception {
        signIn("aoife");
    }

    private void signIn(String person) throws Exception {
        OpenLogins.OpenLogin open = logins.all().stream()
                .filter(login -> login.login().equals(person))
                .findFirst()
                .orElseThrow();
        session = (MockHttpSession)
                portal.perform(formLogin("/login").user(person).password(open.password()))
                        .andReturn()
                        .getRequest()
                        .getSession();
    }

    @Test
    void where_two_pay_for_a_month_each_amount_stands_with_who_pays_it() throws Exception {
        signIn("brid");

        assertThat(page("/settlements").getContentAsString())
                .containsPattern("Canal Bank plc pays Liffey District Heat DAC: \\d+\\.\\d\\d EUR")
                .containsPattern("Flat 12, Cedar House pays Liffey District Heat DAC: \\d+\\.\\d\\d EUR")
                .containsPattern("Canal Bank plc pays Liffey District Heat DAC</span>");
    }

    @Test
    void what_a_flat_and_its_wallet_owe_is_invoiced_by_the_rules() throws Exception {
        CommitSettlement month = newest(DemoHome.HEAT, 0);
        signIn("rhona");

        List<Document> bills = statement(month).documents();
        assertThat(bills).isNotEmpty();
        for (int i = 1; i <= bills.size(); i++) {
            for (String syntax : List.of("ubl", "cii")) {
                byte[] invoice = page(address(month) + "/documents/invoice-" + i + '.' + syntax + ".xml")
                        .getContentAsByteArray();
                assertThat(InvoiceRules.check(invoice).broken())
                        .as("%s of document %d", syntax, i)
                        .isEmpty();
                assertThat(new String(invoice, UTF_8)).contains("Liffey District Heat DAC");
            }
        }
    }

    @Test
    void a_month_that_was_settled_again_shows_what_it_takes_back_what_stands_instead_and_the_difference()
            throws Exception {
        CommitSettlement month = corrected();
        Statement statement = statement(month);
        Corrected.Difference difference =
                statement.corrected().orElseThrow().differences().get(0);
        String page = page(address(month)).getContentAsString();

        assertThat(page)
                .contains("What this corrects", "Revision 0 was settled again on", ">Taken back<", ">Instead<")
                .contains(">Difference <span class=\"sub nowrap\">Due ")
                .contains(address(month) + "/documents/reversal-1.ubl.xml");
        String card = page.substring(page.indexOf("id=\"corrected-h\""));
        assertThat(card.substring(0, card.indexOf("</section>")))
                .contains(money(
                        statement.corrected().orElseThrow().reversals().get(0).gross()))
                .contains(money(statement.documents().get(0).gross()))
                .contains(money(difference.payable().gross()));
        assertThat(page(address(month).replaceFirst("1$", "0")).getContentAsString())
                .as("the first revision corrects nothing")
                .doesNotContain("What this corrects");
    }

    @Test
    void what_is_due_on_each_day_stands_on_the_statement_and_with_how_it_came_about() throws Exception {
        CommitSettlement month = corrected();
        List<Part> parts = statement(month).documents().get(0).parts();
        String page = page(address(month)).getContentAsString();
        String amounts = page(address(month) + "/lines").getContentAsString();
        String line = page(address(month) + "/lines/1").getContentAsString();

        assertThat(page.split("Of this, due ", -1)).hasSize(parts.size() == 1 ? 1 : parts.size() + 1);
        assertThat(parts).allSatisfy(part -> assertThat(amounts).contains(LONG_DAY.format(part.due())));
        assertThat(statement(month).lines().get(0).parts())
                .allSatisfy(part -> assertThat(line).contains(LONG_DAY.format(part.due())));
    }

    @Test
    void its_print_and_credit_note_say_the_same() throws Exception {
        CommitSettlement month = corrected();
        Statement statement = statement(month);
        Corrected.Difference difference =
                statement.corrected().orElseThrow().differences().get(0);

        assertThat(words(page(address(month) + "/documents/statement.pdf").getContentAsByteArray()))
                .contains("What this corrects", "Taken back", "Instead", "Difference, due ")
                .contains(money(difference.payable().net()) + " "
                        + money(difference.payable().vatTotal()) + " "
                        + money(difference.payable().gross()));
        assertThat(page(address(month) + "/documents/reversal-1.cii.xml").getContentAsString())
                .contains("/0/1/reversal", ">381<", "Taken back in full");
    }

    @Test
    void a_fitted_baseline_is_explained_on_the_page_of_a_line_with_the_readings_behind_it() throws Exception {
        CommitSettlement month = fitted();
        BaselineUsed fit = statement(month).baselines().get(0);
        String page = page(address(month) + "/lines/1").getContentAsString();

        assertThat(page)
                .contains(fit.name() + ", fitted by " + fit.method())
                .contains("base load ", "below the balance point of ", "CVRMSE ", "NMBE ", "R2 ")
                .contains("Readings of ");
    }

    @Test
    void a_fitted_baseline_is_explained_on_the_command_line_beside_the_running_site() {
        CommitSettlement month = fitted();
        BaselineUsed fit = statement(month).baselines().get(0);

        assertThat(explained(month))
                .contains(fit.name() + " is fitted by " + fit.method() + " to " + fit.from() + " to "
                        + fit.to().minusDays(1))
                .contains(
                        "  base load ", " °F", "  CVRMSE ", "  NMBE ", "  R2 ", "curves kept the rules of the method");
        JsonNode told = new JsonMapper().readTree(explained(month, "--json"));
        JsonNode baseline = told.at("/baselines/0");
        assertThat(baseline.at("/name").asString()).isEqualTo(fit.name());
        assertThat(baseline.at("/from").asString()).isEqualTo(fit.from().toString());
        assertThat(baseline.at("/model")).hasSize(1 + fit.curve().pieces().size());
        assertThat(baseline.at("/metrics/0").asString()).startsWith("CVRMSE ");
        assertThat(told.at("/lines/0/readings/0/actual").asInt()).isPositive();
    }

    private CommitSettlement corrected() {
        return newest(DemoAgreements.SAVED_HEAT, 1);
    }

    private CommitSettlement fitted() {
        return newest(DemoAgreements.GUARANTEE, 0);
    }

    private CommitSettlement newest(AgreementId agreement, int revision) {
        return model.settlements().of(agreement).stream()
                .map(SettlementRecord::settlement)
                .filter(settled -> settled.revision() == revision
                        && Occasion.of(settled.period()).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static Statement statement(CommitSettlement settled) {
        return Settlement.fromJson(settled.statement().getBytes(UTF_8));
    }

    private static String address(CommitSettlement settled) {
        return "/settlements/%s/%s/%s/%d"
                .formatted(settled.agreement(), Slug.of(settled.period()), settled.from(), settled.revision());
    }

    private MockHttpServletResponse page(String address) throws Exception {
        MockHttpServletResponse answer =
                portal.perform(get(address).session(session)).andReturn().getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer;
    }

    private String explained(CommitSettlement settled, Object... more) {
        Object[] words = {
            "settlement", "explain", settled.agreement(), settled.from(), "--of", settled.period(), "--data", data
        };
        Run run = Run.of(Stream.of(words, more).flatMap(Stream::of).toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    private static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }
}
