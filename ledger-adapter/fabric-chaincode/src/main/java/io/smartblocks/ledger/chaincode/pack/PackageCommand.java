package io.smartblocks.ledger.chaincode.pack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes a package as its arguments say, and prints its id. */
public final class PackageCommand {

    public static final String NAME = "package";

    public static final String USE = """
            package writes what a peer installs to know this server, and prints the id of the installed package:
              --out FILE          the package to write, such as smartblocks.tar.gz
              --label LABEL       its name among the packages of the peer, such as smartblocks_1
              --address HOST:PORT where the peer reaches the server
              --root-cert FILE    PEM file of those who sign the server's certificate; without, no TLS
              --client-key FILE   with --client-cert: what the peer shows to a server that asks for it
              --client-cert FILE
            """;

    private static final List<String> OPTIONS =
            List.of("--out", "--label", "--address", "--root-cert", "--client-key", "--client-cert");

    private PackageCommand() {}

    /** Takes the arguments behind the command's name; 0 when it was done, 2 when they are wrong, 1 when a file is. */
    public static int run(List<String> arguments, PrintStream out, PrintStream messages) {
        try {
            Map<String, String> options = options(arguments);
            Path file = Path.of(needed("--out", options));
            ChaincodePackage described = new ChaincodePackage(
                    needed("--label", options),
                    needed("--address", options),
                    pem("--root-cert", options),
                    client(options));
            byte[] bytes = described.bytes();
            Files.write(file, bytes);
            out.println(described.id(bytes));
            return 0;
        } catch (IllegalArgumentException wrong) {
            messages.println(wrong.getMessage());
            return 2;
        } catch (IOException failed) {
            messages.println(
                    "the package cannot be written: " + failed.getClass().getSimpleName() + " " + failed.getMessage());
            return 1;
        }
    }

    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new TreeMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!OPTIONS.contains(name) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException(
                        "'" + name + "' is no option with a value; expected those of\n" + USE);
            }
            options.put(name, arguments.get(i + 1));
        }
        return options;
    }

    private static String needed(String name, Map<String, String> options) {
        return Optional.ofNullable(options.get(name))
                .orElseThrow(() -> new IllegalArgumentException(name + " is missing; expected\n" + USE));
    }

    private static Optional<ChaincodePackage.PeerCertificate> client(Map<String, String> options) {
        Optional<String> key = pem("--client-key", options);
        Optional<String> certificate = pem("--client-cert", options);
        if (key.isPresent() != certificate.isPresent()) {
            throw new IllegalArgumentException(
                    "of --client-key and --client-cert only one is named; expected both or none");
        }
        return key.map(text -> new ChaincodePackage.PeerCertificate(text, certificate.orElseThrow()));
    }

    private static Optional<String> pem(String name, Map<String, String> options) {
        String file = options.get(name);
        if (file == null) {
            return Optional.empty();
        }
        try {
            String text = new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8);
            if (!text.contains("-----BEGIN ")) {
                throw new IllegalArgumentException(name + ": the file " + file + " is not in PEM form");
            }
            return Optional.of(text);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(name + ": the file " + file + " cannot be read ("
                    + unreadable.getClass().getSimpleName() + ")");
        }
    }
}
