package io.smartblocks.portal.account;

import jakarta.servlet.DispatcherType;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Sign-in, sessions, response headers, and which role may ask for which address. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String PERMISSIONS =
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()";

    @Bean
    SecurityFilterChain portal(
            HttpSecurity http,
            LoginAttempts attempts,
            MetricsAccess metrics,
            AccessDeniedHandler forbiddenTold,
            Accounts accounts,
            ObjectProvider<SingleSignOn> singleSignOn) {
        singleSignOn.ifAvailable(signOn -> signOn.addTo(http));
        return http.authorizeHttpRequests(rules -> rules
                        // the end of a stream whose request was let in; its session may be over by then
                        .dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(
                                "/login",
                                "/login/slow",
                                "/login/lost",
                                SingleSignOn.BEGIN,
                                "/verify",
                                "/error",
                                "/actuator/health",
                                "/actuator/health/liveness",
                                "/actuator/health/readiness",
                                "/look/**",
                                "/webjars/**")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus", "/actuator/metrics/**")
                        .access(metrics)
                        .requestMatchers("/templates/**", "/editor", "/editor/**")
                        .hasAnyRole(who(Role::proposes))
                        .requestMatchers(
                                "/agreements/*/sign",
                                "/agreements/*/act/**",
                                "/agreements/*/statements/**",
                                "/settlements/*/*/*/*/act/**")
                        .hasAnyRole(who(Role::signs))
                        .requestMatchers("/account/webhooks", "/account/webhooks/**")
                        .hasAnyRole(who(Role::keepsMachines))
                        .requestMatchers(HttpMethod.POST, "/runs")
                        .hasAnyRole(who(Role::startsRuns))
                        .requestMatchers("/runs", "/runs/**", "/runs.csv", "/runs.xlsx")
                        .hasAnyRole(who(Role::runsSites))
                        .requestMatchers("/sites", "/sites/**", "/sites.csv", "/sites.xlsx")
                        .hasAnyRole(who(Role::runsSites))
                        // one meter is a matter of its data: whoever is party to an amount sees the readings behind it
                        .requestMatchers("/meters", "/readings", "/readings/**")
                        .hasAnyRole(who(Role::readsMeters))
                        .requestMatchers("/audit", "/audit/**", "/audit.csv", "/audit.xlsx")
                        .hasAnyRole(who(Role::seesEverything))
                        .requestMatchers("/admin", "/admin/**")
                        .hasRole(Role.ADMIN.name())
                        .requestMatchers(HttpMethod.POST, "/theme", "/language")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                // changes nothing, and answers everybody: whose page has outlived its session is answered too
                .csrf(changes -> changes.ignoringRequestMatchers(
                        PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/verify")))
                .formLogin(form -> form.loginPage("/login").failureUrl("/login?failed=true"))
                .addFilterBefore(new Behind(), CsrfFilter.class)
                .addFilterBefore(new LoginThrottle(attempts), UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(new SessionEnd(), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new StandingCheck(accounts), AuthorizationFilter.class)
                .logout(out -> out.logoutSuccessUrl("/login?ended=true"))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .exceptionHandling(handling -> handling.accessDeniedHandler(new LostForm(forbiddenTold))
                        .authenticationEntryPoint(signIn()))
                .headers(SecurityConfiguration::headers)
                .build();
    }

    private static String[] who(Predicate<Role> may) {
        return Role.that(may).stream().map(Role::name).toArray(String[]::new);
    }

    /** What the firewall turns away reaches no filter that would write these. */
    @Bean
    RequestRejectedHandler rejected() {
        return (request, response, malformed) -> {
            response.setHeader(ContentPolicy.NAME, ContentPolicy.STRICT);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Referrer-Policy", "same-origin");
            response.setHeader("Permissions-Policy", PERMISSIONS);
            response.sendError(HttpStatus.BAD_REQUEST.value());
        };
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.addHeaderWriter(new ContentPolicy())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }

    /**
     * What the script of a page asks is not answered with the sign-in page, which would stand in the middle of another and
     * begin a session.
     */
    private static AuthenticationEntryPoint signIn() {
        AuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint("/login");
        AuthenticationEntryPoint behind = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
        return (request, response, unknown) ->
                (Behind.thePage(request) ? behind : page).commence(request, response, unknown);
    }

    /** After sign-in one returns to the page asked for, not to a fragment or a file that a page asked for. */
    private static HttpSessionRequestCache pagesOnly() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(new AndRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/**"),
                new NegatedRequestMatcher(Behind::thePage),
                new NegatedRequestMatcher(new OrRequestMatcher(
                        Stream.of("/favicon.ico", "/events", "/blocks/headers/**", "/transactions/*/proof")
                                .map(PathPatternRequestMatcher.withDefaults()::matcher)
                                .toArray(RequestMatcher[]::new)))));
        return cache;
    }

    @Bean
    PasswordEncoder passwords(@Value("${smartblocks.password-strength}") int strength) {
        return new BCryptPasswordEncoder(strength);
    }

    @Bean
    UserDetailsService users(Accounts accounts) {
        return login ->
                accounts.find(login).orElseThrow(() -> new UsernameNotFoundException("No account \"" + login + "\""));
    }
}
