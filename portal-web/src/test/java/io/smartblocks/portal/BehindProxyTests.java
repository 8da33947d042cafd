package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The portal with the profiles {@code tls} and {@code json}, and with all that it could say in its log. */
@PortalSite
@ActiveProfiles({"tls", "json"})
@TestPropertySource(
        properties = {
            "logging.level.io.smartblocks=trace",
            "logging.level.org.springframework.security=debug",
            "logging.level.org.springframework.web=debug"
        })
@ExtendWith(OutputCaptureExtension.class)
class BehindProxyTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private Environment settings;

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-For", "198.51.100.7")
                .header("X-Forwarded-Host", "smartblocks.example");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow();
    }

    private static String token(HttpResponse<String> page) {
        Matcher found = TOKEN.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void behind_tls_the_cookie_is_bound_to_this_host_and_to_https() throws Exception {
        HttpResponse<String> page = send(request("/login"));

        assertThat(cookie(page))
                .startsWith("__Host-smartblocks=")
                .contains("Secure")
                .contains("HttpOnly")
                .contains("Path=/")
                .containsIgnoringCase("SameSite=Lax")
                .doesNotContain("Domain");
        assertThat(page.headers().firstValue("Strict-Transport-Security").orElseThrow())
                .contains("max-age=31536000", "includeSubDomains");
    }

    @Test
    void a_proxy_that_is_trusted_says_how_the_portal_is_reached() throws Exception {
        HttpResponse<String> sent = send(request("/account"));

        assertThat(sent.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat("127.0.0.1").matches(settings.getRequiredProperty("smartblocks.trusted-proxies"));
        assertThat("::1").matches(settings.getRequiredProperty("smartblocks.trusted-proxies"));
    }

    @Test
    void whoever_is_no_trusted_proxy_is_not() {
        String trusted = settings.getRequiredProperty("server.tomcat.remoteip.internal-proxies");

        assertThat("198.51.100.7").doesNotMatch(trusted);
        assertThat("10.0.0.9").doesNotMatch(trusted);
        assertThat("127.0.0.1.198.51").doesNotMatch(trusted);
        assertThat(settings.getRequiredProperty("server.forward-headers-strategy"))
                .isEqualTo("native");
    }

    @Test
    void each_line_of_the_log_is_json_and_none_bears_a_secret(CapturedOutput log) throws Exception {
        HttpResponse<String> login = send(request("/login"));
        String first = cookie(login).split(";")[0];
        send(request("/login")
                .header("Cookie", first)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "username=aoife&password=not-the-password-x9&_csrf=" + token(login))));
        HttpResponse<String> in = send(request("/login")
                .header("Cookie", first)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=aoife&password="
                        + SiteFixture.PASSWORD.replace(' ', '+') + "&_csrf=" + token(login))));
        assertThat(in.statusCode()).isEqualTo(302);
        String session = cookie(in).split(";")[0];
        HttpResponse<String> page = send(request("/account/keys").header("Cookie", session));
        send(request("/account/keys")
                .header("Cookie", session)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("name=Log&scopes=read&lastDay="
                        + java.time.LocalDate.now().plusDays(2) + "&password="
                        + SiteFixture.PASSWORD.replace(' ', '+') + "&_csrf=" + token(page))));
        String shown = send(request("/account/keys").header("Cookie", session)).body();
        Matcher key = Pattern.compile("sbk_[\\w-]{43}").matcher(shown);
        assertThat(key.find()).isTrue();
        HttpResponse<String> health = send(request("/api/v1/health").header("Authorization", "Bearer " + key.group()));
        assertThat(health.statusCode()).isEqualTo(200);

        String said = log.getOut();
        assertThat(said)
                .contains("/account/keys")
                .doesNotContain(key.group())
                .doesNotContain(SiteFixture.PASSWORD)
                .doesNotContain(SiteFixture.PASSWORD.replace(' ', '+'))
                .doesNotContain("not-the-password-x9")
                .doesNotContain(session.split("=")[1]);
        JsonMapper json = new JsonMapper();
        assertThat(said.lines().filter(line -> line.startsWith("{")))
                .hasSizeGreaterThan(5)
                .allSatisfy(line -> {
                    JsonNode entry = json.readTree(line);
                    assertThat(entry.get("@timestamp").asString()).isNotBlank();
                    assertThat(entry.has("message")).isTrue();
                });
        assertThat(said.lines().filter(line -> !line.isBlank() && !line.startsWith("{")))
                .isEmpty();
    }
}
