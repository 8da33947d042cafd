package io.smartblocks.portal.bench;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What came for one address: with which status, whether it was a page, and how long until its last byte was there. */
record Answer(String address, int status, boolean html, long nanos, int bytes) {

    boolean isPage() {
        return status == 200 && html;
    }

    boolean isRefusal() {
        return status != 200;
    }

    /** The address with a star for what is named in it: {@code /meters/*&#47;import} for every meter. */
    String route() {
        return route(address);
    }

    /** The same for any address. */
    static String route(String address) {
        String path = address.split("\\?", 2)[0];
        String[] segments = path.split("/");
        return Arrays.stream(segments).limit(2).collect(Collectors.joining("/"))
                + (segments.length > 2 ? "/" + named(segments[2]) : "")
                + Arrays.stream(segments)
                        .skip(3)
                        .map(Answer::named)
                        .map(each -> "/" + each)
                        .collect(Collectors.joining())
                + (segments.length == 0 ? "/" : "");
    }

    private static String named(String segment) {
        return segment.matches("[a-z]+") ? segment : "*";
    }
}
