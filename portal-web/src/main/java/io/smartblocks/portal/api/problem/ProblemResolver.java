package io.smartblocks.portal.api.problem;

import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.readmodel.ReadModelException;
import io.smartblocks.portal.shell.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Turns whatever ends a request of a program into a problem; requests of browsers are left to the pages. */
@Component
final class ProblemResolver implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);
    private static final String API = "/api/";
    private static final String TRY_AGAIN = "5";

    private final Problems problems;

    ProblemResolver(Problems problems) {
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!request.getRequestURI().startsWith(API)) {
            return null;
        }
        try {
            ApiProblem problem = problem(request, response, failure);
            if (problem.kind().status() == HttpStatus.SERVICE_UNAVAILABLE) {
                response.setHeader("Retry-After", TRY_AGAIN);
            }
            problems.send(request, response, problem);
        } catch (IOException e) {
            throw new UncheckedIOException("The program did not wait for its answer", e);
        }
        return new ModelAndView();
    }

    private static ApiProblem problem(HttpServletRequest request, HttpServletResponse response, Exception failure) {
        if (failure instanceof ApiProblem problem) {
            return problem;
        }
        if (failure instanceof NotFound nothing) {
            return ApiProblem.notFound(nothing.getMessage(), "Look at the lists of this API for what there is.");
        }
        if (failure instanceof LedgerUnavailable unavailable) {
            return ledger(unavailable);
        }
        if (failure instanceof ReadModelException) {
            LOG.warn(failure.getMessage());
            return new ApiProblem(
                    Kind.UNAVAILABLE, "The tables that answers are read from do not answer.", "", "Ask again later.");
        }
        if (failure instanceof AccessDeniedException) {
            return new ApiProblem(
                    Kind.NOT_ALLOWED, failure.getMessage() + ".", "", "Ask with the key of someone who may.");
        }
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            return mismatch(mismatch);
        }
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return unreadable(unreadable);
        }
        return failure instanceof ErrorResponse answer
                ? spring(request, response, answer, failure)
                : broken(request, failure);
    }

    private static ApiProblem ledger(LedgerUnavailable unavailable) {
        return unavailable.outcomeUnknown()
                ? new ApiProblem(
                        Kind.OUTCOME_UNKNOWN,
                        unavailable.getMessage(),
                        "",
                        "Send the very same request again: it happens once.")
                : new ApiProblem(
                        Kind.UNAVAILABLE,
                        "The ledger does not answer: " + unavailable.getMessage(),
                        "",
                        "Nothing was taken; send the request again later.");
    }

    private static ApiProblem mismatch(MethodArgumentTypeMismatchException mismatch) {
        Throwable cause = mismatch.getMostSpecificCause();
        return new ApiProblem(
                Kind.INVALID,
                "'" + mismatch.getValue() + "' is not a value of '" + mismatch.getName() + "': " + cause.getMessage(),
                mismatch.getName(),
                "Look at /v3/api-docs for the form of this parameter.");
    }

    private static ApiProblem spring(
            HttpServletRequest request, HttpServletResponse response, ErrorResponse answer, Exception failure) {
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        if (failure instanceof HttpRequestMethodNotSupportedException method) {
            return method(method);
        }
        if (failure instanceof HttpMediaTypeNotSupportedException type) {
            return new ApiProblem(
                    Kind.MEDIA_TYPE,
                    "A body of the type '" + type.getContentType() + "' is not read here.",
                    "Content-Type",
                    "Send one of: " + type.getSupportedMediaTypes() + ".");
        }
        if (failure instanceof MissingServletRequestParameterException missing) {
            return missing(missing.getParameterName());
        }
        if (failure instanceof MissingRequestValueException) {
            return missing(String.valueOf(answer.getBody().getDetail()));
        }
        HttpStatus status = HttpStatus.valueOf(answer.getStatusCode().value());
        return switch (status) {
            case NOT_FOUND ->
                ApiProblem.notFound(
                        "address " + request.getRequestURI(), "Look at /v3/api-docs for the addresses there are.");
            case NOT_ACCEPTABLE ->
                new ApiProblem(
                        Kind.NOT_ACCEPTABLE,
                        "The answer cannot be given in a form that you accept.",
                        "Accept",
                        "Accept application/json, or leave the header out.");
            case CONTENT_TOO_LARGE ->
                new ApiProblem(Kind.TOO_LARGE, "The request is too large.", "", "Send it in parts.");
            case TOO_MANY_REQUESTS -> {
                response.setHeader("Retry-After", TRY_AGAIN);
                yield new ApiProblem(
                        Kind.TOO_MANY, "Too much is being worked on.", "", "Wait as long as Retry-After says.");
            }
            case SERVICE_UNAVAILABLE ->
                new ApiProblem(Kind.UNAVAILABLE, "The portal is stopping.", "", "Ask again later.");
            default ->
                new ApiProblem(
                        status.is4xxClientError() ? Kind.MALFORMED : Kind.BROKEN,
                        String.valueOf(answer.getBody().getDetail()),
                        "",
                        "Look at /v3/api-docs for the form of this request.");
        };
    }

    private static ApiProblem unreadable(HttpMessageNotReadableException unreadable) {
        String why = String.valueOf(unreadable.getMostSpecificCause().getMessage());
        return new ApiProblem(
                Kind.MALFORMED,
                "The body cannot be read: " + why.lines().findFirst().orElse(""),
                "body",
                "Look at /v3/api-docs for the form of this body.");
    }

    private static ApiProblem missing(String parameter) {
        return new ApiProblem(
                Kind.MALFORMED,
                "'" + parameter + "' is missing.",
                parameter,
                "Look at /v3/api-docs for what this request has to say.");
    }

    private static ApiProblem method(HttpRequestMethodNotSupportedException failure) {
        Set<String> allowed = new TreeSet<>();
        Set<HttpMethod> supported = failure.getSupportedHttpMethods();
        if (supported != null) {
            supported.forEach(method -> allowed.add(method.name()));
        }
        return new ApiProblem(
                Kind.METHOD,
                failure.getMethod() + " is not possible here.",
                "",
                "Possible are: " + String.join(", ", allowed) + ".");
    }

    /** What really happened stands in the log only, under a number that the program can tell. */
    private static ApiProblem broken(HttpServletRequest request, Exception failure) {
        UUID number = UUID.randomUUID();
        LOG.error("{} {} failed ({})", request.getMethod(), request.getRequestURI(), number, failure);
        return new ApiProblem(
                Kind.BROKEN, "Something is broken here.", "", "Tell the administrator the number " + number + ".");
    }
}
