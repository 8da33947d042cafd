package io.smartblocks.portal.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.Visitors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PortalSite
class DocumentPagesTests {

    private static final String FILES = "/settlements/campus-supply/billing-month/2026-10-01/0/documents/";

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @ParameterizedTest
    @CsvSource({
        "statement.pdf, application/pdf",
        "statement.xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "lines.csv, text/csv;charset=UTF-8",
        "values.csv, text/csv;charset=UTF-8",
        "documents.csv, text/csv;charset=UTF-8",
        "due.csv, text/csv;charset=UTF-8"
    })
    void a_party_takes_the_statement_home(String file, String type) throws Exception {
        open("aoife", FILES + file)
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", type))
                .andExpect(header().string(
                                "Content-Disposition",
                                startsWith("attachment; filename=\"campus-supply-billing-month-2026-10-01-0-")));
    }

    @Test
    void an_invoice_that_lacks_something_is_answered_with_what_it_is() throws Exception {
        open("aoife", FILES + "invoice-1.ubl.xml")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("BT-27")))
                .andExpect(content().string(containsString("smartblocks member particulars")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"invoice-9.ubl.xml", "reversal-1.ubl.xml", "others.csv", "statement.doc", "statement-1.pdf"})
    void what_the_settlement_has_not_is_not_found(String file) throws Exception {
        open("aoife", FILES + file).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"statement.pdf", "lines.csv", "invoice-1.cii.xml"})
    void whoever_may_not_read_the_settlement_does_not_find_its_documents(String file) throws Exception {
        open("olga", FILES + file).andExpect(status().isNotFound());
        portal.perform(get(FILES + file)).andExpect(status().is3xxRedirection());
    }

    @Test
    void the_list_holds_just_what_its_reader_may_see() throws Exception {
        open("aoife", "/settlements.csv")
                .andExpect(content().string(containsString("campus-supply,1.0,Billing Month")));
        open("olga", "/settlements.csv")
                .andExpect(content().string(startsWith("Agreement,Version")))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("campus-supply"))));
    }

    @Test
    void page_and_files_hold_just_what_the_filter_shows() throws Exception {
        String all = body("aoife", "/settlements.csv");
        String some = body("aoife", "/settlements.csv?agreement=campus-supply&state=first");
        assertThat(some.lines().skip(1)).isNotEmpty().allMatch(row -> row.startsWith("campus-supply,"));
        assertThat(all.lines()).containsAll(some.lines().toList());
        assertThat(body("aoife", "/settlements.csv?state=corrected").lines())
                .hasSize(1 + (int) (all.lines().count() - some.lines().count()));
        assertThat(body("aoife", "/settlements.csv?from=2999-01-01").lines()).hasSize(1);
        open("aoife", "/settlements?agreement=campus-supply")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/settlements.csv?agreement=campus-supply")))
                .andExpect(content().string(containsString("/settlements/campus-supply/")));
        open("aoife", "/settlements?from=2999-01-01")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("No settlement fits")));
    }

    @Test
    void a_filter_that_names_what_the_reader_does_not_know_is_refused_with_its_place() throws Exception {
        open("aoife", "/settlements?agreement=unheard-of")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"unheard-of\"")))
                .andExpect(content().string(containsString("No agreement with the id “unheard-of” is known to you.")));
        open("aoife", "/settlements?party=unheard-of")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("No organisation with the id “unheard-of” is known")));
        open("aoife", "/settlements.csv?party=unheard-of").andExpect(status().isUnprocessableContent());
        open("aoife", "/settlements?held=all&agreement=unheard-of").andExpect(status().isUnprocessableContent());
    }

    @Test
    void periods_that_wait_are_filtered_with_the_settlements() throws Exception {
        String all = body("eamon", "/settlements?held=all");
        Matcher waits = Pattern.compile("/held/([^/\"]+)/").matcher(all);
        assertThat(waits.find()).isTrue();
        String agreement = waits.group(1);
        assertThat(body("eamon", "/settlements?agreement=" + agreement)).contains("/held/" + agreement + "/");
        assertThat(body("eamon", "/settlements?state=corrected")).doesNotContain("href=\"/held/");
        assertThat(body("eamon", "/settlements?from=2999-01-01")).doesNotContain("href=\"/held/");
    }

    @Test
    void a_filter_with_a_day_that_is_none_is_refused_with_its_place() throws Exception {
        open("aoife", "/settlements?from=soon")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("“soon” is no day. Enter one such as 2026-12-31.")));
        open("aoife", "/settlements.csv?to=2026-02-30").andExpect(status().isUnprocessableContent());
    }

    private String body(String name, String address) throws Exception {
        return open(name, address).andReturn().getResponse().getContentAsString();
    }

    @Test
    void the_page_of_the_settlement_leads_to_them() throws Exception {
        open("aoife", FILES.replace("/documents/", ""))
                .andExpect(content().string(containsString(FILES + "statement.pdf")))
                .andExpect(content().string(containsString(FILES + "invoice-1.ubl.xml")));
    }

    private ResultActions open(String name, String address) throws Exception {
        return portal.perform(get(address).session(visitors.signIn(name)));
    }
}
