package io.smartblocks.ledger.chaincode;

import io.smartblocks.ledger.chaincode.pack.PackageCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Starts the chaincode server as the environment says. */
public final class ChaincodeMain {

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private static final String USE = """
            The SmartBlocks chaincode, as a server that a Fabric peer calls. Without arguments it starts, as its environment says:
              CORE_CHAINCODE_ID_NAME    the id of the installed package, label:hash
              CHAINCODE_SERVER_ADDRESS  where it listens, host:port
              CHAINCODE_TLS_KEY         PEM file of its private key (PKCS#8)
              CHAINCODE_TLS_CERT        PEM file of its certificate
              CHAINCODE_CLIENT_CA_CERT  PEM file of those who sign its peers' certificates, if peers are to show theirs
              CHAINCODE_TLS_DISABLED    true: listen without TLS although other machines reach it
              CORE_CHAINCODE_LOGGING_LEVEL  ERROR, WARNING, INFO or DEBUG
            """ + PackageCommand.USE;

    private ChaincodeMain() {}

    public static void main(String[] arguments) {
        System.exit(
                List.of(arguments).indexOf(PackageCommand.NAME) == 0
                        ? PackageCommand.run(List.of(arguments).subList(1, arguments.length), System.out, System.err)
                        : run(arguments, System.getenv(), System.err));
    }

    static int run(String[] arguments, Map<String, String> environment, PrintStream messages) {
        if (arguments.length > 0) {
            messages.print(USE);
            return WRONG_USE;
        }
        try {
            ServerSettings settings = ServerSettings.of(environment);
            FamiliesChaincode.logAsSet();
            try (FamiliesServer server = FamiliesServer.of(settings, Clock.systemUTC())) {
                messages.println("The SmartBlocks chaincode listens on " + environment.get(ServerSettings.ADDRESS)
                        + " for package " + settings.packageId()
                        + (settings.tls().isPresent() ? ", with TLS." : ", without TLS."));
                server.run();
            }
            return 0;
        } catch (WrongSetting wrong) {
            messages.println(wrong.getMessage());
            return WRONG_USE;
        } catch (IOException | IllegalArgumentException failed) {
            messages.println("The chaincode cannot listen on " + environment.get(ServerSettings.ADDRESS) + ": "
                    + inWords(failed));
            return FAILED;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private static String inWords(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }
}
