package io.smartblocks.portal.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at each request whether its reader's account is still what it was at sign-in: a session ends when the account was
 * locked, has another role or another password, and a password that somebody else knows must be replaced before anything else.
 */
final class StandingCheck extends OncePerRequestFilter {

    private static final String PASSWORD_PAGE = "/account/password";

    private static final RequestMatcher FREE =
            anyOf("/look/**", "/webjars/**", "/login", "/logout", "/theme", "/language");
    private static final RequestMatcher BEFORE_A_NEW_PASSWORD = anyOf(PASSWORD_PAGE, "/help");

    private final Accounts accounts;

    StandingCheck(Accounts accounts) {
        this.accounts = accounts;
    }

    private static RequestMatcher anyOf(String... paths) {
        return new OrRequestMatcher(Stream.of(paths)
                .map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toArray(RequestMatcher[]::new));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return FREE.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !(who.getPrincipal() instanceof SignedIn user)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Accounts.Standing> stands = accounts.standing(user.account().login());
        boolean same = stands.filter(now -> now.locked().isEmpty()
                        && now.account().equals(user.account())
                        && now.proof().equals(user.proof()))
                .isPresent();
        if (!same) {
            Optional.ofNullable(request.getSession(false)).ifPresent(session -> session.invalidate());
            SecurityContextHolder.clearContext();
            if (Behind.thePage(request)) {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
            } else {
                response.sendRedirect(request.getContextPath() + "/login?ended=true");
            }
        } else if (stands.get().passwordGiven() && !BEFORE_A_NEW_PASSWORD.matches(request)) {
            response.sendRedirect(request.getContextPath() + PASSWORD_PAGE);
        } else {
            chain.doFilter(request, response);
        }
    }
}
