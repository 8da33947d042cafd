package io.smartblocks.ledger.chaincode.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.proof.Hash;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageCommandTests {

    private static final int BLOCK = 512;

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    @Test
    void a_package_holds_what_a_peer_reads() throws IOException {
        Path ca = Files.writeString(directory.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----\nMIIB\n");

        assertThat(run("--label", "smartblocks_1", "--address", "cc.esco.example:9999", "--root-cert", ca.toString()))
                .isZero();
        byte[] bytes = Files.readAllBytes(directory.resolve("out.tar.gz"));
        assertThat(text(out)).isEqualTo("smartblocks_1:" + Hash.of(bytes) + System.lineSeparator());
        Map<String, byte[]> files = files(bytes);
        assertThat(files.keySet()).containsExactly("code.tar.gz", "metadata.json");
        assertThat(files.get("metadata.json"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"label\":\"smartblocks_1\",\"type\":\"ccaas\"}");
        assertThat(files(files.get("code.tar.gz")).get("connection.json"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"address\":\"cc.esco.example:9999\",\"client_auth_required\":false,"
                        + "\"dial_timeout\":\"10s\",\"root_cert\":\"-----BEGIN CERTIFICATE-----\\nMIIB\\n\","
                        + "\"tls_required\":true}");
    }

    @Test
    void the_same_words_give_the_same_bytes() {
        assertThat(run("--label", "smartblocks", "--address", "localhost:9999")).isZero();

        assertThat(text(out)).startsWith("smartblocks:730c345fea3102ae").endsWith(System.lineSeparator());
    }

    @Test
    void what_is_wrong_is_told() {
        wrong("--label is missing", "--address", "localhost:9999");
        wrong("the label is 'a b'; expected up to 100", "--label", "a b", "--address", "localhost:9999");
        wrong("the address is '9999'; expected host and port", "--label", "a", "--address", "9999");
        wrong("'--colour' is no option", "--colour", "red");
        wrong("'--label' is no option with a value", "--label");
        wrong("cannot be read (NoSuchFileException)", "--label", "a", "--address", "a:1", "--root-cert", "none.pem");
        wrong("only one is named", "--label", "a", "--address", "a:1", "--client-key", pem());
        wrong("over TLS only", "--label", "a", "--address", "a:1", "--client-key", pem(), "--client-cert", pem());
    }

    private String pem() {
        try {
            return Files.writeString(directory.resolve("any.pem"), "-----BEGIN ANY-----\n")
                    .toString();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void wrong(String message, String... arguments) {
        messages.reset();
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(text(messages)).contains(message);
        assertThat(directory.resolve("out.tar.gz")).doesNotExist();
    }

    private int run(String... arguments) {
        List<String> all =
                new ArrayList<>(List.of("--out", directory.resolve("out.tar.gz").toString()));
        all.addAll(List.of(arguments));
        return PackageCommand.run(all, printer(out), printer(messages));
    }

    private static PrintStream printer(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> files(byte[] gzipped) throws IOException {
        byte[] tar = new GZIPInputStream(new ByteArrayInputStream(gzipped)).readAllBytes();
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int at = 0; tar[at] != 0; ) {
            String name = new String(tar, at, 100, StandardCharsets.US_ASCII).replace("\0", "");
            int size = Integer.parseInt(new String(tar, at + 124, 11, StandardCharsets.US_ASCII), 8);
            files.put(name, Arrays.copyOfRange(tar, at + BLOCK, at + BLOCK + size));
            at += BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK;
        }
        return files;
    }
}
