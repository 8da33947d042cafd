package io.smartblocks.portal.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Who may read the metrics: administrators, and a machine that shows the token of a file that settings name. */
@Component
final class MetricsAccess implements AuthorizationManager<RequestAuthorizationContext> {

    private static final String BEARER = "Bearer ";
    private static final int SHORTEST = 16;

    private final Optional<Path> tokenFile;

    MetricsAccess(@Value("${smartblocks.metrics-token-file:}") String tokenFile) {
        this.tokenFile = Optional.of(tokenFile).filter(name -> !name.isBlank()).map(Path::of);
        token();
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext asked) {
        Authentication signedIn = who.get();
        boolean administrator = signedIn != null
                && signedIn.getAuthorities().stream()
                        .anyMatch(each -> ("ROLE_" + Role.ADMIN.name()).equals(each.getAuthority()));
        return new AuthorizationDecision(
                administrator || showsToken(asked.getRequest().getHeader(HttpHeaders.AUTHORIZATION)));
    }

    private boolean showsToken(@Nullable String header) {
        return header != null
                && header.startsWith(BEARER)
                && token().filter(token -> isSame(token, header.substring(BEARER.length())))
                        .isPresent();
    }

    private static boolean isSame(String token, String shown) {
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    /** Read each time, so that a new one counts at once. */
    private Optional<String> token() {
        return tokenFile.map(file -> {
            try {
                String token = Files.readString(file).strip();
                if (token.length() < SHORTEST) {
                    throw new IllegalStateException("smartblocks.metrics-token-file: '" + file + "' holds fewer than "
                            + SHORTEST + " characters; expected one long random line");
                }
                return token;
            } catch (IOException e) {
                throw new IllegalStateException(
                        "smartblocks.metrics-token-file: the file '" + file + "' cannot be read: " + e, e);
            }
        });
    }
}
