package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the reference of settings to the code, and the deployment files to what the portal needs. */
class ConfigurationTests {

    private static final Path REFERENCE = Path.of("../docs/operations/configuration.md");
    private static final Path DEPLOY = Path.of("../docs/operations/deploy");

    /** Metrics bear names of the same kind. */
    private static final String METRICS = "SettlementMetrics.java";

    private static Set<String> found(Pattern pattern, Stream<Path> files) throws IOException {
        Set<String> found = new TreeSet<>();
        try (files) {
            files.filter(file -> !file.endsWith(METRICS) && Files.isRegularFile(file))
                    .filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".properties"))
                    .forEach(file -> pattern.matcher(read(file)).results().forEach(hit -> found.add(hit.group(1))));
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> described() throws IOException {
        return found(Pattern.compile("(?m)^\\| `(smartblocks\\.[a-z.-]+)`"), read(REFERENCE));
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        pattern.matcher(text).results().forEach(hit -> found.add(hit.group(1)));
        return found;
    }

    @Test
    void the_reference_names_exactly_the_settings_that_the_code_reads() throws IOException {
        Set<String> inCode = found(
                Pattern.compile("(?:\"(?:--)?|\\$\\{)(smartblocks\\.[a-z]+(?:[.-][a-z]+)*)"),
                Files.walk(Path.of("src/main/java")));
        inCode.addAll(
                found(Pattern.compile("(?m)^(smartblocks\\.[a-z.-]+)="), Files.walk(Path.of("src/main/resources"))));

        assertThat(described()).hasSizeGreaterThan(30).isEqualTo(inCode);
    }

    @Test
    void the_defaults_of_the_reference_are_those_of_the_portal() {
        String reference = read(REFERENCE);
        Pattern.compile("(?m)^(smartblocks\\.[a-z.-]+)=(.+)$")
                .matcher(read(Path.of("src/main/resources/application.properties")))
                .results()
                .forEach(hit -> assertThat(reference).contains("| `" + hit.group(1) + "` | `" + hit.group(2) + "`"));
    }

    @Test
    void the_unit_of_systemd_is_well_formed_and_hardened() {
        List<String> lines = read(DEPLOY.resolve("smartblocks.service"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();

        assertThat(lines).allMatch(line -> line.matches("\\[(Unit|Service|Install)]|[A-Z][A-Za-z0-9]+=.*"));
        assertThat(lines)
                .contains(
                        "[Unit]",
                        "[Service]",
                        "[Install]",
                        "NoNewPrivileges=yes",
                        "ProtectSystem=strict",
                        "PrivateTmp=yes",
                        "CapabilityBoundingSet=",
                        "UMask=0077",
                        "SuccessExitStatus=143",
                        "StateDirectory=smartblocks");
        assertThat(lines).noneMatch(line -> line.startsWith("User=root"));
        // Java makes code while it runs
        assertThat(lines).noneMatch(line -> line.startsWith("MemoryDenyWriteExecute=yes"));
        assertThat(lines.stream().filter(line -> line.startsWith("ExecStart=")))
                .singleElement()
                .asString()
                .contains(" serve --data /var/lib/smartblocks ");
    }

    @Test
    void the_image_runs_as_nobody_of_importance_and_stops_as_the_portal_wants() {
        List<String> lines = read(DEPLOY.resolve("Containerfile"))
                .replace("\\\n", " ")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();

        assertThat(lines.get(0)).startsWith("FROM ");
        assertThat(lines)
                .allMatch(line -> line.matches(
                        "(FROM|RUN|COPY|USER|VOLUME|EXPOSE|STOPSIGNAL|ENV|HEALTHCHECK|ENTRYPOINT|CMD) .+"));
        assertThat(lines).contains("USER 10001", "STOPSIGNAL SIGTERM");
        assertThat(lines).anyMatch(line -> line.contains("portal-web/target/smartblocks.jar"));
    }

    @Test
    void the_proxies_set_what_they_forward_and_hold_no_news_back() {
        String nginx = read(DEPLOY.resolve("nginx.conf"));

        assertThat(nginx.chars().filter(c -> c == '{').count())
                .isEqualTo(nginx.chars().filter(c -> c == '}').count());
        assertThat(nginx)
                .contains("proxy_set_header X-Forwarded-For   $remote_addr;")
                .doesNotContain("$proxy_add_x_forwarded_for")
                .containsPattern("location = /events \\{[^}]*proxy_buffering off;");
        assertThat(read(DEPLOY.resolve("Caddyfile"))).contains("flush_interval -1");
    }
}
