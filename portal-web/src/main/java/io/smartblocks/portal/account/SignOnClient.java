package io.smartblocks.portal.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.oidc.OidcScopes;

/** What is known of the sign-on; it is asked for that when somebody wants it first, so that the portal starts without it. */
final class SignOnClient implements ClientRegistrationRepository {

    static final String ID = "sso";

    private static final Logger LOG = LoggerFactory.getLogger(SignOnClient.class);

    private final String issuer;
    private final String clientId;
    private final String clientSecret;
    private volatile @Nullable ClientRegistration known;

    SignOnClient(String issuer, String clientId, String clientSecret) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return ID.equals(id) ? find().orElse(null) : null;
    }

    Optional<ClientRegistration> find() {
        ClientRegistration found = known;
        if (found == null) {
            try {
                found = ask();
                known = found;
            } catch (RuntimeException e) {
                LOG.warn("The sign-on {} does not say how it is asked: {}", issuer, e.getMessage());
            }
        }
        return Optional.ofNullable(found);
    }

    private ClientRegistration ask() {
        return ClientRegistrations.fromIssuerLocation(issuer)
                .registrationId(ID)
                .clientId(clientId)
                .clientSecret(clientSecret)
                .scope(OidcScopes.OPENID, OidcScopes.PROFILE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .build();
    }
}
