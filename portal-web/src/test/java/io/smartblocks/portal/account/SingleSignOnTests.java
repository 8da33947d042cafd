package io.smartblocks.portal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.SiteFixture;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@PortalSite
class SingleSignOnTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Issuer ISSUER = issuer();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Accounts accounts;

    private HttpClient browser;

    private static Issuer issuer() {
        try {
            return new Issuer();
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws IOException {
        Path secret = Files.createTempFile(Path.of("target"), "client-secret", "");
        Files.writeString(secret, Issuer.SECRET + "\n");
        settings.add("smartblocks.oidc.issuer", ISSUER::url);
        settings.add("smartblocks.oidc.client-id", () -> Issuer.CLIENT);
        settings.add("smartblocks.oidc.client-secret-file", secret::toString);
        settings.add("smartblocks.oidc.name", () -> "Nimbus <ID>");
        settings.add("smartblocks.oidc.role-claim", () -> "realm_access.roles");
        settings.add("smartblocks.oidc.roles", () -> "campus-owner:OWNER,campus-audit:auditor");
        settings.add("smartblocks.oidc.organisation-claim", () -> "organisation");
    }

    @BeforeEach
    void begin() {
        ISSUER.forget();
        browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    @AfterAll
    static void end() {
        ISSUER.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> makeKey(String password) throws Exception {
        Matcher token = TOKEN.matcher(get("/account/keys").body());
        assertThat(token.find()).isTrue();
        String form = "name=Billing&scopes=read&lastDay=" + LocalDate.now().plusDays(2) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8) + "&_csrf=" + token.group(1);
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/account/keys"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private Optional<String> linked(String subject) {
        return jdbc.sql("select login from account_subject where subject = :subject")
                .param("subject", subject)
                .query(String.class)
                .optional();
    }

    @Test
    void the_sign_in_page_offers_it_beside_local_accounts() throws Exception {
        assertThat(get("/login").body())
                .contains("Sign in with Nimbus &lt;ID&gt;")
                .contains("href=\"/login/sso\"")
                .contains("name=\"password\"");
    }

    @Test
    void whom_it_vouches_for_gets_in_with_the_role_and_organisation_that_it_tells() throws Exception {
        ISSUER.knows("s-1", "nora", List.of("staff", "campus-owner"), Instant.now());
        get("/agreements/campus-supply");

        HttpResponse<String> page = get("/login/sso");

        assertThat(page.uri().getPath()).isEqualTo("/agreements/campus-supply");
        assertThat(page.statusCode()).isEqualTo(200);
        Account nora = accounts.account(linked("s-1").orElseThrow()).orElseThrow();
        assertThat(nora)
                .isEqualTo(
                        new Account("nora", "Person s-1", Role.OWNER, Optional.of("nimbus-campus"), Optional.empty()));
        Map<String, String> asked = ISSUER.lastAsked();
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge");
        assertThat(asked.get("scope")).contains("openid");
    }

    @Test
    void the_same_subject_comes_back_to_its_account_with_what_changed_meanwhile() throws Exception {
        ISSUER.knows("s-2", "olaf", List.of("campus-owner"), Instant.now());
        get("/login/sso");
        begin();
        ISSUER.knows("s-2", "olaf-married", List.of("campus-audit"), Instant.now());
        get("/login/sso");

        assertThat(linked("s-2")).contains("olaf");
        assertThat(accounts.account("olaf").orElseThrow().role()).isEqualTo(Role.AUDITOR);
        assertThat(accounts.account("olaf-married")).isEmpty();
    }

    @Test
    void a_name_that_a_local_account_has_opens_another_account() throws Exception {
        ISSUER.knows("s-3", "Aoife", List.of("campus-owner"), Instant.now());
        get("/login/sso");

        String login = linked("s-3").orElseThrow();
        assertThat(login).isNotEqualTo("aoife").startsWith("aoife-");
        assertThat(accounts.account("aoife").orElseThrow().name()).isEqualTo("Aoife Brennan");
    }

    @Test
    void no_password_opens_its_accounts() throws Exception {
        ISSUER.knows("s-4", "pia", List.of("campus-owner"), Instant.now());
        get("/login/sso");

        assertThat(accounts.confirms("pia", "")).isFalse();
        assertThat(accounts.confirms("pia", SiteFixture.PASSWORD)).isFalse();
    }

    @Test
    void without_a_role_that_means_something_here_nobody_gets_in() throws Exception {
        ISSUER.knows("s-5", "quinn", List.of("staff"), Instant.now());

        HttpResponse<String> page = get("/login/sso");

        assertThat(page.body()).contains("none of your roles there is one here");
        assertThat(linked("s-5")).isEmpty();
        assertThat(get("/account").uri().getPath()).isEqualTo("/login");
    }

    @Test
    void what_it_says_is_believed_only_when_it_proves_it() throws Exception {
        ISSUER.knows("s-6", "rita", List.of("campus-owner"), Instant.now());
        ISSUER.lies(claims -> claims.claim("nonce", "another"));
        assertThat(get("/login/sso").body()).contains("The sign-on did not let you in");

        ISSUER.knows("s-6", "rita", List.of("campus-owner"), Instant.now());
        ISSUER.lies(claims -> claims.audience("another-client"));
        assertThat(get("/login/sso").body()).contains("The sign-on did not let you in");

        ISSUER.knows("s-6", "rita", List.of("campus-owner"), Instant.now());
        ISSUER.lies(claims -> claims.issuer("http://elsewhere.example"));
        assertThat(get("/login/sso").body()).contains("The sign-on did not let you in");

        ISSUER.knows("s-6", "rita", List.of("campus-owner"), Instant.now());
        ISSUER.signsWithAnotherKey();
        assertThat(get("/login/sso").body()).contains("The sign-on did not let you in");

        ISSUER.knows("s-6", "rita", List.of("campus-owner"), Instant.now());
        ISSUER.mixesUpState();
        assertThat(get("/login/sso").body()).contains("The sign-on did not let you in");

        assertThat(linked("s-6")).isEmpty();
    }

    @Test
    void who_has_no_key_here_proves_himself_by_a_sign_on_of_the_last_minutes() throws Exception {
        ISSUER.knows("s-7", "sven", List.of("campus-owner"), Instant.now().minusSeconds(3_600));
        get("/login/sso");
        assertThat(makeKey("anything").body()).contains("Prove once more that it is you");

        begin();
        ISSUER.knows("s-7", "sven", List.of("campus-owner"), Instant.now());
        get("/login/sso");
        assertThat(makeKey("").body()).contains("Copy it now");
    }

    @Test
    void who_has_a_key_here_is_asked_for_its_password() throws Exception {
        ISSUER.knows("s-8", "tara", List.of("campus-owner"), Instant.now());
        get("/login/sso");
        jdbc.sql("update account set member = 'aoife-brennan' where login = 'tara'")
                .update();
        begin();
        get("/login/sso");

        assertThat(makeKey("wrong").body()).contains("That does not open your key");
        assertThat(makeKey(SiteFixture.PASSWORD).body()).contains("Copy it now");
    }

    @Test
    void a_provider_that_does_not_answer_is_known_as_away() {
        assertThat(new SignOnClient("http://localhost:1", "portal", "secret").find())
                .isEmpty();
    }

    @Test
    void a_mapping_that_says_nothing_is_refused_at_the_start() {
        assertThatThrownBy(() -> new SignOnClaims("roles", "esco", ""))
                .hasMessageContaining("smartblocks.oidc.roles")
                .hasMessageContaining("esco-staff:ESCO");
        assertThatThrownBy(() -> new SignOnClaims("roles", "a:KING", "")).hasMessageContaining("names no role");
    }
}
