package io.smartblocks.portal.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** An OpenID Connect provider on this machine that lets one person in without asking, and checks what it is asked. */
final class Issuer implements AutoCloseable {

    static final String CLIENT = "smartblocks";
    static final String SECRET = "the-secret-of-the-portal";

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
    private volatile RSAKey signing;
    private volatile Map<String, Object> person = Map.of();
    private volatile UnaryOperator<JWTClaimsSet.Builder> twist = UnaryOperator.identity();
    private volatile UnaryOperator<String> stateTwist = UnaryOperator.identity();

    Issuer() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        signing = key;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", this::describe);
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/jwks", exchange -> send(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Who is in front of it now, honestly told. */
    void knows(String subject, String handle, List<String> roles, Instant authenticated) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", subject);
        claims.put("preferred_username", handle);
        claims.put("name", "Person " + subject);
        claims.put("email", handle + "@nimbus.example");
        claims.put("realm_access", Map.of("roles", roles));
        claims.put("organisation", "nimbus-campus");
        claims.put("auth_time", authenticated.getEpochSecond());
        person = claims;
        twist = UnaryOperator.identity();
        stateTwist = UnaryOperator.identity();
        signing = key;
    }

    void lies(UnaryOperator<JWTClaimsSet.Builder> how) {
        twist = how;
    }

    void mixesUpState() {
        stateTwist = state -> "another";
    }

    void signsWithAnotherKey() throws JOSEException {
        signing = new RSAKeyGenerator(2048).keyID("one").generate();
    }

    /** What it was asked for last. */
    Map<String, String> lastAsked() {
        return asked.values().iterator().next();
    }

    void forget() {
        asked.clear();
    }

    private void describe(HttpExchange exchange) throws IOException {
        send(exchange, 200, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/jwks","response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"],
                 "token_endpoint_auth_methods_supported":["client_secret_basic"]}""".formatted(url()));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = read(exchange.getRequestURI().getRawQuery());
        String code = "code-" + asked.size();
        asked.put(code, query);
        exchange.getResponseHeaders()
                .add(
                        "Location",
                        query.get("redirect_uri") + "?code=" + code + "&state="
                                + java.net.URLEncoder.encode(
                                        stateTwist.apply(query.get("state")), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> form = read(body);
        Map<String, String> query = asked.get(form.get("code"));
        String shown = exchange.getRequestHeaders().getFirst("Authorization");
        String expected =
                "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (query == null
                || !expected.equals(shown)
                || !challenge(form.getOrDefault("code_verifier", "")).equals(query.get("code_challenge"))) {
            send(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        send(
                exchange,
                200,
                "{\"access_token\":\"access\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\""
                        + idToken(query.get("nonce")) + "\"}");
    }

    private String idToken(String nonce) throws IOException {
        try {
            Instant now = Instant.now();
            JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                    .issuer(url())
                    .audience(CLIENT)
                    .issueTime(Date.from(now))
                    .expirationTime(Date.from(now.plusSeconds(60)))
                    .claim("nonce", nonce);
            person.forEach(claims::claim);
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
                    twist.apply(claims).build());
            token.sign(new RSASSASigner(signing));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IOException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> read(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
