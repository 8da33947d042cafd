package io.smartblocks.portal.api;

import io.smartblocks.portal.api.key.Callers;
import io.smartblocks.portal.api.key.KeyFilter;
import io.smartblocks.portal.api.key.Scope;
import io.smartblocks.portal.api.limit.RateLimits;
import io.smartblocks.portal.api.problem.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Lets programs in by the keys they show, and by nothing else: a browser's session counts for nothing here. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, Callers callers, RateLimits limits, Problems problems) {
        return http.securityMatcher(ofPrograms())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // another site can make a browser send cookies, but not this header; and no cookie is accepted here
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(rules -> rules.requestMatchers("/api/v1/verify")
                        .permitAll()
                        .requestMatchers("/api/v1/audit", "/api/v1/audit/**")
                        .hasAuthority(Scope.AUDIT_READ.authority())
                        .requestMatchers("/api/v1/accounts")
                        .hasAuthority(Scope.ACCOUNTS_READ.authority())
                        .requestMatchers(HttpMethod.POST, "/api/v1/runs")
                        .hasAuthority(Scope.RUNS_WRITE.authority())
                        .requestMatchers("/api/v1/outbox/**")
                        .hasAuthority(Scope.OUTBOX_WRITE.authority())
                        .requestMatchers(HttpMethod.GET, "/api/**")
                        .hasAuthority(Scope.READ.authority())
                        .requestMatchers(HttpMethod.HEAD, "/api/**")
                        .hasAuthority(Scope.READ.authority())
                        .requestMatchers(HttpMethod.POST, "/api/v1/readings/**")
                        .hasAuthority(Scope.METERS_WRITE.authority())
                        .requestMatchers(HttpMethod.POST, "/api/v1/agreements/*/versions/*/dry-run")
                        .hasAuthority(Scope.READ.authority())
                        .requestMatchers(HttpMethod.POST, "/api/v1/agreements/**", "/api/v1/templates/**")
                        .hasAuthority(Scope.AGREEMENTS_WRITE.authority())
                        .requestMatchers("/api/v1/webhooks/**")
                        .hasAuthority(Scope.WEBHOOKS_WRITE.authority())
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .addFilterBefore(limits.byAddress(), AuthorizationFilter.class)
                .addFilterBefore(new KeyFilter(callers), AuthorizationFilter.class)
                .addFilterBefore(limits.byKey(), AuthorizationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(
                                csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("camera=(), geolocation=(), microphone=()")))
                .build();
    }

    /** People who have signed in read the description of the API in their browser; programs show their key for it too. */
    private static RequestMatcher ofPrograms() {
        return new OrRequestMatcher(
                PATHS.matcher("/api/**"),
                new AndRequestMatcher(
                        new OrRequestMatcher(PATHS.matcher("/v3/api-docs/**"), PATHS.matcher("/v3/api-docs.yaml")),
                        new RequestHeaderRequestMatcher(HttpHeaders.AUTHORIZATION)));
    }
}
