package io.smartblocks.ledger.chaincode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a server shows to those who reach it.
 *
 * @param key PEM file with its private key as PKCS#8, without a password
 * @param certificate PEM file with its certificate
 * @param clientCa PEM file with those who sign its peers' certificates; without, it asks for none
 */
public record TlsFiles(Path key, Path certificate, Optional<Path> clientCa) {

    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";

    static TlsFiles of(Path key, Path certificate, Optional<Path> clientCa) {
        check(
                ServerSettings.TLS_KEY,
                key,
                "-----BEGIN PRIVATE KEY-----",
                "a private key as PKCS#8 in PEM; 'openssl pkcs8 -topk8 -nocrypt -in KEY -out FILE' makes one of"
                        + " another form");
        check(ServerSettings.TLS_CERTIFICATE, certificate, CERTIFICATE, "a certificate in PEM");
        clientCa.ifPresent(file -> check(ServerSettings.CLIENT_CA, file, CERTIFICATE, "certificates in PEM"));
        return new TlsFiles(key, certificate, clientCa);
    }

    private static void check(String setting, Path file, String mark, String expected) {
        try {
            if (!new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(mark)) {
                throw new WrongSetting(
                        setting + ": the file " + file + " holds no '" + mark + "'; expected " + expected);
            }
        } catch (IOException unreadable) {
            throw new WrongSetting(setting + ": the file " + file + " cannot be read ("
                    + unreadable.getClass().getSimpleName() + "); expected " + expected);
        }
    }
}
