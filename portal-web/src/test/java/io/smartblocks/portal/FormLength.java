package io.smartblocks.portal;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Says how long a form with files is, as every browser does. */
public final class FormLength {

    private FormLength() {}

    public static RequestPostProcessor told() {
        return request -> {
            request.setContent(new byte[1]);
            return request;
        };
    }
}
