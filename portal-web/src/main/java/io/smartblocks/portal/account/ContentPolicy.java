package io.smartblocks.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.web.header.HeaderWriter;

/** Where a page may load from: this site alone. A block in the page itself runs only where it bears the page's number. */
public final class ContentPolicy implements HeaderWriter {

    static final String NAME = "Content-Security-Policy";

    /** No block of script or style stands in any page. */
    static final String STRICT = policy("");

    private static final String NUMBER = ContentPolicy.class.getName() + ".number";
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    ContentPolicy() {}

    /** A new number for the answer to this request, by which blocks of script and style in its page are let through. */
    public static String number(HttpServletRequest request) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String number = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        request.setAttribute(NUMBER, number);
        return number;
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        Object number = request.getAttribute(NUMBER);
        response.setHeader(NAME, number == null ? STRICT : policy(" 'nonce-" + number + "'"));
    }

    private static String policy(String also) {
        return "default-src 'none'; script-src 'self'" + also + "; style-src 'self'" + also
                + "; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self';"
                + " frame-ancestors 'none'";
    }
}
