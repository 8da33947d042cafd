package io.smartblocks.portal;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** A page that shows a form again. */
record FormAnswer(String page) {

    /** The tag of a field; empty where there is none. */
    String tag(String id) {
        return Pattern.compile("<(?:input|select|textarea)\\b[^>]*\\bid=\"" + Pattern.quote(id) + "\"[^>]*>")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElse("");
    }

    /** Whether a field still holds what was typed; a choice that is none of the offered ones cannot be kept. */
    boolean keeps(String name, String typed) {
        if (typed.isBlank()) {
            return true;
        }
        String field = tag(name);
        String escaped = HtmlUtils.htmlEscape(typed, "UTF-8").replace("&#39;", "'");
        if (field.startsWith("<select")) {
            String options = page.substring(page.indexOf(field), page.indexOf("</select>", page.indexOf(field)));
            return !options.contains("value=\"" + escaped + '"')
                    || options.contains("value=\"" + escaped + "\" selected=\"selected\"");
        }
        if (field.startsWith("<textarea")) {
            return page.contains(field + escaped);
        }
        return field.isEmpty() || field.contains("value=\"" + escaped + '"');
    }
}
