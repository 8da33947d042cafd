package io.smartblocks.portal.bench;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;

/** The pages to which a page leads: in its menu, and in what it shows. */
record Links(List<String> menu, List<String> shown) {

    /** Files for other programs, and bytes for a script. */
    private static final String NO_PAGE = ".*(\\.[a-z]{2,5}|/proof|/export)(\\?.*)?";

    static Links of(String address, String page) {
        Reading reading = new Reading();
        try {
            new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(page, reading);
        } catch (ParseException e) {
            throw new IllegalStateException(
                    "the portal answers " + address + " with a page that cannot be read: " + e.getMessage(), e);
        }
        return new Links(List.copyOf(reading.menu), List.copyOf(reading.shown));
    }

    private static final class Reading extends AbstractSimpleMarkupHandler {

        private final Set<String> menu = new LinkedHashSet<>();
        private final Set<String> shown = new LinkedHashSet<>();
        private boolean main;

        @Override
        public void handleOpenElement(String name, Map<String, String> attributes, int line, int column) {
            if ("main".equals(name)) {
                main = true;
            }
            String address = "a".equals(name) && attributes != null ? attributes.get("href") : null;
            if (address != null && address.startsWith("/") && !address.matches(NO_PAGE)) {
                (main ? shown : menu).add(address.replace("&amp;", "&").split("#", 2)[0]);
            }
        }

        @Override
        public void handleCloseElement(String name, int line, int column) {
            if ("main".equals(name)) {
                main = false;
            }
        }
    }
}
