package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Stops a portal that is in use. */
class GracefulStopTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @TempDir
    private Path data;

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private String portal = "";

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(portal + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void signIn() throws Exception {
        Matcher token = TOKEN.matcher(get("/login").body());
        assertThat(token.find()).isTrue();
        String password = Files.readString(data.resolve("admin-password")).strip();
        HttpResponse<String> in = client.send(
                HttpRequest.newBuilder(URI.create(portal + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "username=admin&password=" + password + "&_csrf=" + token.group(1)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(in.statusCode()).isEqualTo(200);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void it_says_first_that_it_is_not_ready_and_closes_the_streams_of_news() throws Exception {
        ConfigurableApplicationContext running = new SpringApplicationBuilder(SmartBlocksApplication.class)
                .run(
                        "--smartblocks.data=" + data.toAbsolutePath(),
                        "--server.port=0",
                        "--smartblocks.password-strength=4",
                        "--smartblocks.drain=1h",
                        "--spring.lifecycle.timeout-per-shutdown-phase=1h");
        portal = "http://localhost:" + running.getEnvironment().getRequiredProperty("local.server.port");
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        signIn();
        HttpResponse<InputStream> news = client.send(
                HttpRequest.newBuilder(URI.create(portal + "/events")).build(),
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(news.statusCode()).isEqualTo(200);
        CompletableFuture<Optional<String>> over = CompletableFuture.supplyAsync(
                () -> new BufferedReader(new InputStreamReader(news.body(), StandardCharsets.UTF_8))
                        .lines()
                        .reduce((one, next) -> next));

        Draining draining = running.getBean(Draining.class);
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(running::close);
        int readiness = 200;
        while (readiness == 200) {
            readiness = get("/actuator/health/readiness").statusCode();
        }

        assertThat(readiness).isEqualTo(503);
        assertThat(get("/help").statusCode()).as("who is here is served on").isEqualTo(200);
        assertThat(stopped).isNotDone();
        draining.end();
        over.get();
        // a stream that went on would be waited for until the hour of the phase is over
        stopped.get();
    }
}
