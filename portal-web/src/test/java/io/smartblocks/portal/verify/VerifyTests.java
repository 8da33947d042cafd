package io.smartblocks.portal.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.FormLength;
import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.Visitors;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PortalSite
class VerifyTests {

    private static final AgreementId SUPPLY = new AgreementId("campus-supply");

    @Autowired
    private MockMvc portal;

    @Autowired
    private ReadModel model;

    @Autowired
    private Visitors visitors;

    @LocalServerPort
    private int port;

    @Test
    void anybody_opens_the_page_without_signing_in() throws Exception {
        assertThat(body(portal.perform(get("/verify")).andExpect(status().isOk())))
                .contains("Check a file or a transaction", "multipart/form-data")
                .doesNotContain("??");
    }

    @Test
    void the_text_that_was_signed_is_known_with_those_who_signed_it_and_its_hash() throws Exception {
        Proposal proposal =
                model.agreements().agreement(SUPPLY, "1.0").orElseThrow().proposal();
        String text = model.agreements().text(proposal);

        assertThat(body(file("192.0.2.1", text.getBytes(UTF_8)).andExpect(status().isOk())))
                .contains(
                        "This text stands on the ledger",
                        "In force",
                        "by Harbour Energy Services Ltd on",
                        "by Nimbus Campus DAC on",
                        proposal.textHash().value())
                .doesNotContain("Conor Walsh", "??");
        assertThat(body(file("192.0.2.1", (text + " ").getBytes(UTF_8)).andExpect(status().isNotFound())))
                .contains("Nothing was found");
    }

    @Test
    void a_statement_and_a_transaction_are_known() throws Exception {
        SettlementRecord record = model.settlements().of(SUPPLY).get(0);

        assertThat(body(file("192.0.2.2", record.settlement().statement().getBytes(UTF_8))
                        .andExpect(status().isOk())))
                .contains(
                        "and is the newest of its period", record.transaction().toString());
        assertThat(body(transaction("192.0.2.2", record.transaction().toString())
                        .andExpect(status().isOk())))
                .contains("This transaction stands on the ledger")
                .doesNotContain("campus-supply", "Nimbus");
    }

    @Test
    void the_print_of_an_agreement_and_of_a_statement_is_known_as_long_as_nobody_changes_it() throws Exception {
        byte[] agreement = printed("/agreements/campus-supply/pdf");
        byte[] statement = printed("/settlements/campus-supply/billing-month/2026-10-01/0/documents/statement.pdf");

        assertThat(body(file("192.0.2.6", agreement).andExpect(status().isOk())))
                .contains("This text stands on the ledger", "In force");
        assertThat(body(file("192.0.2.6", statement).andExpect(status().isOk())))
                .contains("and is the newest of its period");
        agreement[agreement.length / 2] ^= 1;
        file("192.0.2.6", agreement).andExpect(status().isNotFound());
        statement[statement.length - 5] ^= 1;
        file("192.0.2.6", statement).andExpect(status().isNotFound());
    }

    @Test
    void a_file_that_is_too_large_gets_a_page_that_says_so() throws Exception {
        String head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n";
        byte[] body = (head + "x".repeat(8 << 20) + "\r\n--b--\r\n").getBytes(UTF_8);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/verify"))
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .header("Accept", "text/html")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body())
                .contains("That file is too large", "at most 2 MB")
                .doesNotContain("Exception");
    }

    @Test
    void who_stayed_until_the_session_ended_is_answered_all_the_same() throws Exception {
        String id = model.settlements().of(SUPPLY).get(0).transaction().toString();
        String file = "--b\r\nContent-Disposition: form-data; name=\"transaction\"\r\n\r\n" + id + "\r\n--b--\r\n";
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/verify"))
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .header("Cookie", "smartblocks=0123456789ABCDEF0123456789ABCDEF")
                                .header("Referer", "http://localhost:" + port + "/verify")
                                .POST(HttpRequest.BodyPublishers.ofString(file))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("This transaction stands on the ledger");
    }

    private byte[] printed(String address) throws Exception {
        return portal.perform(get(address).session(visitors.signIn("aoife")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    @Test
    void what_is_missing_or_unknown_is_told_and_what_was_typed_is_kept() throws Exception {
        assertThat(body(transaction("192.0.2.3", "").andExpect(status().is(422))))
                .contains("Choose a file");
        assertThat(body(transaction("192.0.2.3", "abc").andExpect(status().isNotFound())))
                .contains("value=\"abc\"", "Enter all 64 characters");
        file("192.0.2.3", "{\"agreement\":7}".getBytes(UTF_8)).andExpect(status().isNotFound());
    }

    @Test
    void trying_one_after_the_other_is_slowed_down() throws Exception {
        for (int i = 0; i < 5; i++) {
            transaction("192.0.2.4", "ab" + i).andExpect(status().isNotFound());
        }

        assertThat(body(transaction("192.0.2.4", "abc").andExpect(status().isTooManyRequests())))
                .contains("Too many tries in a row");
        transaction("192.0.2.5", "abc").andExpect(status().isNotFound());
    }

    private ResultActions transaction(String address, String id) throws Exception {
        return portal.perform(multipart("/verify")
                .with(csrf())
                .with(FormLength.told())
                .with(from(address))
                .param("transaction", id));
    }

    private ResultActions file(String address, byte[] content) throws Exception {
        return portal.perform(multipart("/verify")
                .file(new MockMultipartFile("file", "agreement.esco", "text/plain", content))
                .with(csrf())
                .with(FormLength.told())
                .with(from(address)));
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private static String body(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }
}
