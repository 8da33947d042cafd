package io.smartblocks.ledger.chaincode;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a chaincode server is reached.
 *
 * @param packageId which installed package its peer calls it for
 * @param address where it listens
 * @param tls how it shows who it is; without, anyone who reaches it can read and write what peers exchange with it
 */
public record ServerSettings(String packageId, InetSocketAddress address, Optional<TlsFiles> tls) {

    static final String PACKAGE = "CORE_CHAINCODE_ID_NAME";
    static final String ADDRESS = "CHAINCODE_SERVER_ADDRESS";
    static final String TLS_KEY = "CHAINCODE_TLS_KEY";
    static final String TLS_CERTIFICATE = "CHAINCODE_TLS_CERT";
    static final String CLIENT_CA = "CHAINCODE_CLIENT_CA_CERT";
    static final String TLS_DISABLED = "CHAINCODE_TLS_DISABLED";

    private static final Pattern PACKAGE_ID = Pattern.compile("[^:\\s]+:[0-9a-f]{64}");
    private static final Pattern HOST_AND_PORT = Pattern.compile("(.+):(\\d{1,5})");
    private static final int LAST_PORT = 65535;

    /**
     * The settings that an environment holds.
     *
     * @throws WrongSetting naming the first variable that is missing or wrong
     */
    public static ServerSettings of(Map<String, String> environment) {
        String packageId = value(PACKAGE, environment)
                .filter(id -> PACKAGE_ID.matcher(id).matches())
                .orElseThrow(() -> wrong(
                        PACKAGE,
                        environment,
                        "the id of the installed package, as 'peer lifecycle chaincode queryinstalled' prints it,"
                                + " such as smartblocks:8f3a… with 64 hexadecimal digits"));
        InetSocketAddress address = address(environment);
        Optional<TlsFiles> tls = tls(environment);
        boolean plain = value(TLS_DISABLED, environment).filter("true"::equals).isPresent();
        if (tls.isEmpty() && !plain && !address.getAddress().isLoopbackAddress()) {
            throw new WrongSetting(ADDRESS + " is '" + environment.get(ADDRESS)
                    + "', which other machines reach, but there is no TLS; set " + TLS_KEY + " and " + TLS_CERTIFICATE
                    + " to PEM files, or " + TLS_DISABLED + "=true where the network itself is closed");
        }
        return new ServerSettings(packageId, address, tls);
    }

    private static InetSocketAddress address(Map<String, String> environment) {
        String expected = "host and port to listen on, such as 127.0.0.1:9999";
        Matcher matcher = HOST_AND_PORT.matcher(value(ADDRESS, environment).orElse(""));
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > LAST_PORT) {
            throw wrong(ADDRESS, environment, expected);
        }
        InetSocketAddress address = new InetSocketAddress(matcher.group(1), Integer.parseInt(matcher.group(2)));
        if (address.isUnresolved()) {
            throw wrong(ADDRESS, environment, expected + "; the host '" + matcher.group(1) + "' is not known here");
        }
        return address;
    }

    private static Optional<TlsFiles> tls(Map<String, String> environment) {
        Optional<Path> key = value(TLS_KEY, environment).map(Path::of);
        Optional<Path> certificate = value(TLS_CERTIFICATE, environment).map(Path::of);
        Optional<Path> clientCa = value(CLIENT_CA, environment).map(Path::of);
        if (key.isPresent() != certificate.isPresent()) {
            throw new WrongSetting("of " + TLS_KEY + " and " + TLS_CERTIFICATE
                    + " only one is set; expected both, the PEM files of the server's key and certificate, or none");
        }
        if (clientCa.isPresent() && key.isEmpty()) {
            throw new WrongSetting(CLIENT_CA + " is set, but not " + TLS_KEY + " and " + TLS_CERTIFICATE
                    + "; peers show certificates only to a server that shows its own");
        }
        return key.map(file -> TlsFiles.of(file, certificate.orElseThrow(), clientCa));
    }

    private static Optional<String> value(String name, Map<String, String> environment) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static WrongSetting wrong(String name, Map<String, String> environment, String expected) {
        String is = value(name, environment).map(value -> "is '" + value + "'").orElse("is not set");
        return new WrongSetting(name + " " + is + "; expected " + expected);
    }
}
