package io.smartblocks.portal.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.portal.PortalSite;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Listens to the portal over the wire, as a browser does. */
@PortalSite
@TestPropertySource(properties = {"smartblocks.news.look-every-ms=20", "smartblocks.news.most-of-session=2"})
class EventsTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern IDENTIFIED = Pattern.compile("id:\\d+\n(.+\n)+\n$");
    private static final String PASSWORD = "correct horse battery staple";

    @LocalServerPort
    private int port;

    @Autowired
    private ReadModel read;

    @Autowired
    private Ledger ledger;

    @Autowired
    private News news;

    private HttpClient client;

    @BeforeEach
    void sign_in() throws IOException, InterruptedException {
        client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        post("/login", "username=conor&password=" + PASSWORD.replace(' ', '+'), "/login");
    }

    @Test
    void a_page_that_missed_blocks_hears_of_the_newest_at_once() throws Exception {
        long newest = read.height() - 1;
        try (InputStream stream = events("", Long.toString(newest - 5)).body()) {
            assertThat(event(stream)).contains("id:" + newest, "event:block", "data:" + newest);
        }
    }

    @Test
    void the_id_of_the_last_event_counts_before_what_the_page_showed() throws Exception {
        long newest = read.height() - 1;
        try (InputStream stream =
                events("?after=" + newest, Long.toString(newest - 1)).body()) {
            assertThat(event(stream)).contains("id:" + newest);
        }
    }

    @Test
    void the_stream_ends_with_the_session() throws Exception {
        HttpResponse<InputStream> open = events("", "");
        CompletableFuture<Integer> end = CompletableFuture.supplyAsync(() -> drained(open.body()));
        assertThat(news.listening()).isPositive();

        post("/logout", "", "/account");

        assertThat(end.get(2, TimeUnit.MINUTES)).isNotNegative();
        assertThat(events("", "").statusCode()).isEqualTo(302);
    }

    @Test
    void a_session_has_few_streams_and_the_oldest_gives_way() throws Exception {
        InputStream oldest = events("", "").body();
        CompletableFuture<Integer> end = CompletableFuture.supplyAsync(() -> drained(oldest));
        try (InputStream second = events("", "").body();
                InputStream third = events("", "0").body()) {
            assertThat(end.get(2, TimeUnit.MINUTES)).isNotNegative();
            assertThat(event(third)).contains("event:block");
            assertThat(second).isNotNull();
        }
    }

    @Test
    void nobody_hears_anything_before_signing_in() throws Exception {
        client = HttpClient.newHttpClient();

        assertThat(events("", "0").statusCode()).isEqualTo(302);
        assertThat(ledger.height()).isPositive();
    }

    private HttpResponse<InputStream> events(String query, String last) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(at("/events" + query)).timeout(Duration.ofMinutes(2));
        return client.send(
                (last.isEmpty() ? request : request.header("Last-Event-ID", last)).build(),
                BodyHandlers.ofInputStream());
    }

    private void post(String path, String form, String page) throws IOException, InterruptedException {
        String shown = client.send(HttpRequest.newBuilder(at(page)).build(), BodyHandlers.ofString())
                .body();
        Matcher token = TOKEN.matcher(shown);
        assertThat(token.find()).isTrue();
        String body = form + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        client.send(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.discarding());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** The first event with an id; comments that keep the line alive are passed over. */
    private static String event(InputStream stream) throws IOException {
        StringBuilder read = new StringBuilder();
        for (int letter = stream.read();
                letter >= 0 && !IDENTIFIED.matcher(read).find();
                letter = stream.read()) {
            read.append((char) letter);
        }
        return read.toString();
    }

    private static int drained(InputStream stream) {
        try {
            return stream.readAllBytes().length;
        } catch (IOException cut) {
            return 0;
        }
    }
}
