package io.smartblocks.portal.audit;

import io.smartblocks.portal.account.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Tells which files people take away, before the first byte goes out. */
@ControllerAdvice
class ExportsTold implements ResponseBodyAdvice<Object> {

    private final AuditLog log;

    ExportsTold(AuditLog log) {
        this.log = log;
    }

    @Override
    public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter answer,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (isFile(response)
                && who != null
                && who.getPrincipal() instanceof SignedIn user
                && request instanceof ServletServerHttpRequest asked) {
            log.tell(Told.of(user.account(), Act.EXPORT, address(asked.getServletRequest())));
        }
        return body;
    }

    private static boolean isFile(ServerHttpResponse response) {
        return response.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION) != null;
    }

    private static String address(HttpServletRequest request) {
        return request.getRequestURI() + (request.getQueryString() == null ? "" : '?' + request.getQueryString());
    }
}
