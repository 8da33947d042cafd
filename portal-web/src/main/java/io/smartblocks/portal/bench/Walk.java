package io.smartblocks.portal.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** One person's way through the portal. */
final class Walk {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final int FROM_THE_MENU_PERCENT = 25;

    private final URI portal;
    private final HttpClient client;
    private final Random choice;
    private final Duration pause;
    private Links links = new Links(List.of("/"), List.of());

    private Walk(URI portal, HttpClient client, Random choice, Duration pause) {
        this.portal = portal;
        this.client = client;
        this.choice = choice;
        this.pause = pause;
    }

    static Walk signedIn(URI portal, PortalBench.Person person, long seed, Duration pause) {
        HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        Walk walk = new Walk(portal, client, new Random(seed), pause);
        walk.signIn(person);
        return walk;
    }

    private void signIn(PortalBench.Person person) {
        Matcher token = TOKEN.matcher(text(get("/login")));
        if (!token.find()) {
            throw new IllegalStateException("the sign-in page of " + portal + " has no token in its form");
        }
        String form = "username=" + encoded(person.login()) + "&password=" + encoded(person.password()) + "&_csrf="
                + encoded(token.group(1));
        HttpResponse<byte[]> response = send(HttpRequest.newBuilder(portal.resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        String next = response.headers().firstValue("Location").orElse("/login");
        if (response.statusCode() != 302 || next.contains("/login")) {
            throw new IllegalStateException("'" + person.login() + "' cannot sign in at " + portal);
        }
    }

    /** Asks for one page after another until that moment of {@link System#nanoTime}. */
    List<Answer> until(long end) {
        List<Answer> answers = new ArrayList<>();
        while (System.nanoTime() < end) {
            rest();
            answers.add(step());
        }
        return answers;
    }

    /** From half to one and a half of the usual pause, so that people do not walk in step. */
    private void rest() {
        long millis = pause.toMillis();
        if (millis > 0) {
            try {
                Thread.sleep(millis / 2 + choice.nextLong(millis));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    private Answer step() {
        String address = next();
        long begun = System.nanoTime();
        HttpResponse<byte[]> response = get(address);
        long nanos = System.nanoTime() - begun;
        boolean html = response.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
        Answer answer = new Answer(address, response.statusCode(), html, nanos, response.body().length);
        links = answer.isPage() ? Links.of(address, text(response)) : new Links(List.of("/"), List.of());
        return answer;
    }

    private String next() {
        boolean fromMenu = links.shown().isEmpty() || choice.nextInt(100) < FROM_THE_MENU_PERCENT;
        List<String> possible = fromMenu ? links.menu() : links.shown();
        return possible.isEmpty() ? "/" : possible.get(choice.nextInt(possible.size()));
    }

    private HttpResponse<byte[]> get(String address) {
        return send(HttpRequest.newBuilder(portal.resolve(address))
                .header("Accept", "text/html,*/*")
                .header("Accept-Encoding", "gzip"));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("the portal at " + portal + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String text(HttpResponse<byte[]> response) {
        try {
            boolean packed = response.headers()
                    .firstValue("Content-Encoding")
                    .filter("gzip"::equals)
                    .isPresent();
            byte[] bytes = packed
                    ? new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes()
                    : response.body();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
