package io.smartblocks.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Lets people in whom an OpenID Connect provider of their organisation vouches for: code flow with state, nonce and PKCE. Its
 * tokens are thrown away once they have said who it is; from then on the session is one of the portal like any other.
 */
@Component
@ConditionalOnProperty("smartblocks.oidc.issuer")
class SingleSignOn {

    static final String BEGIN = "/login/sso";
    static final String AUTHORIZATION = "/oauth2/authorization/" + SignOnClient.ID;
    static final String PROVED_AT = "signOnProvedAt";

    private final SignOnClient client;
    private final SignOnClaims claims;
    private final SubjectLinks links;
    private final Accounts accounts;
    private final String name;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final SavedRequestAwareAuthenticationSuccessHandler next =
            new SavedRequestAwareAuthenticationSuccessHandler();

    SingleSignOn(
            @Value("${smartblocks.oidc.issuer}") String issuer,
            @Value("${smartblocks.oidc.client-id}") String clientId,
            @Value("${smartblocks.oidc.client-secret-file}") Path secretFile,
            @Value("${smartblocks.oidc.name:}") String name,
            @Value("${smartblocks.oidc.role-claim:roles}") String roleClaim,
            @Value("${smartblocks.oidc.roles}") String roles,
            @Value("${smartblocks.oidc.organisation-claim:}") String organisationClaim,
            SubjectLinks links,
            Accounts accounts,
            Clock clock,
            ApplicationEventPublisher events)
            throws IOException {
        this.client =
                new SignOnClient(issuer, clientId, Files.readString(secretFile).strip());
        this.claims = new SignOnClaims(roleClaim, roles, organisationClaim);
        this.links = links;
        this.accounts = accounts;
        this.name = name.isEmpty() ? java.net.URI.create(issuer).getHost() : name;
        this.clock = clock;
        this.events = events;
    }

    /** What the sign-in page calls it. */
    String name() {
        return name;
    }

    /** Whether it says how it is asked. */
    boolean answers() {
        return client.find().isPresent();
    }

    void addTo(HttpSecurity http) {
        DefaultOAuth2AuthorizationRequestResolver asking =
                new DefaultOAuth2AuthorizationRequestResolver(client, "/oauth2/authorization");
        asking.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(client)
                .authorizedClientRepository(new NoTokens())
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(asking))
                .successHandler(this::letIn)
                .failureUrl("/login?sso=" + SignOnProblem.FAILED.code()));
    }

    private void letIn(HttpServletRequest request, HttpServletResponse response, Authentication vouched)
            throws IOException, jakarta.servlet.ServletException {
        OidcUser user = (OidcUser) vouched.getPrincipal();
        Optional<Role> role = claims.role(user.getClaims());
        Optional<SignedIn> person = role.map(known -> links.login(new SubjectLinks.Subject(
                        user.getIssuer().toString(),
                        user.getSubject(),
                        Optional.ofNullable(user.getPreferredUsername()).orElse(""),
                        Optional.ofNullable(user.getFullName()).orElse(user.getSubject()),
                        known,
                        claims.organisation(user.getClaims()))))
                .flatMap(
                        login -> accounts.find(login).filter(found -> found.isEnabled() && found.isAccountNonLocked()));
        if (person.isEmpty()) {
            SecurityContextHolder.clearContext();
            request.getSession().invalidate();
            SignOnProblem problem = role.isEmpty() ? SignOnProblem.ROLE : SignOnProblem.CLOSED;
            response.sendRedirect(request.getContextPath() + "/login?sso=" + problem.code());
            return;
        }
        SignedIn signedIn = person.get();
        signedIn.eraseCredentials();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        Authentication known =
                UsernamePasswordAuthenticationToken.authenticated(signedIn, "", signedIn.getAuthorities());
        events.publishEvent(new AuthenticationSuccessEvent(known));
        context.setAuthentication(known);
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        // only the time at which a password or the like was shown counts; a session elsewhere may be old
        Optional.ofNullable(user.getAuthenticatedAt())
                .filter(at -> !at.isAfter(latest()))
                .ifPresent(at -> request.getSession().setAttribute(PROVED_AT, at));
        next.onAuthenticationSuccess(request, response, known);
    }

    /** Clocks differ a little. */
    private Instant latest() {
        return clock.instant().plusSeconds(60);
    }
}
