package io.smartblocks.portal.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers with problems, also where no controller was reached. */
@Component
public class Problems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final JsonMapper mapper;

    public Problems(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Sends what ended the request. */
    public void send(HttpServletRequest request, HttpServletResponse response, ApiProblem problem) throws IOException {
        send(response, problem.at(request.getRequestURI()));
    }

    void send(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(mapper.writeValueAsBytes(problem));
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        boolean shown = request.getHeader("Authorization") != null;
        response.setHeader("WWW-Authenticate", shown ? "Bearer error=\"invalid_token\"" : "Bearer");
        send(
                request,
                response,
                new ApiProblem(
                        Kind.NO_KEY,
                        shown
                                ? "The key opens nothing: it is unknown, has ended or was revoked."
                                : "The request shows no key.",
                        "Authorization",
                        "Make a key on the page /account/keys and send 'Authorization: Bearer KEY'."));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        send(
                request,
                response,
                new ApiProblem(
                        Kind.NOT_ALLOWED,
                        "The key lacks the scope for " + request.getMethod() + " here.",
                        "Authorization",
                        "Make a key with the scope that this address names; your role has to allow it."));
    }
}
