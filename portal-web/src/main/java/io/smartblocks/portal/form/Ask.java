package io.smartblocks.portal.form;

import static java.util.stream.Collectors.toMap;

import io.smartblocks.portal.shell.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page that asks before something is put on the ledger: what it is, what there is to fill in, and the password again.
 *
 * @param area the area of the menu
 * @param heading the question
 * @param lead what comes of it
 * @param facts what it is about
 * @param fields what there is to fill in
 * @param button the verb with its object
 * @param action where the form goes
 * @param back where one goes who does not do it
 * @param hidden what the form carries unseen
 */
public record Ask(
        String area,
        List<Step> trail,
        String heading,
        String lead,
        List<Fact> facts,
        List<Field> fields,
        String button,
        String action,
        String back,
        Map<String, String> hidden) {

    /** The field that carries the name of the request, so that a form that is sent twice is done once. */
    public static final String ONCE = "once";

    /** One thing that the reader should know. */
    public record Fact(String label, String words) {}

    public Ask {
        trail = List.copyOf(trail);
        facts = List.copyOf(facts);
        fields = List.copyOf(fields);
        hidden = Map.copyOf(hidden);
    }

    /** The page for the first time; what keeps it from being done stands in the summary. */
    public ModelAndView page(Optional<String> impossible) {
        List<Problem> problems =
                impossible.map(why -> List.of(new Problem("ask", why))).orElse(List.of());
        ModelAndView page = view(
                problems, UUID.randomUUID().toString(), impossible.isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT);
        page.addObject("possible", impossible.isEmpty());
        return page;
    }

    /** The page again with what was typed, and what is wrong with it. */
    public ModelAndView again(List<Problem> problems, String once) {
        ModelAndView page = view(problems, once, HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("possible", true);
        return page;
    }

    private ModelAndView view(List<Problem> problems, String once, HttpStatus status) {
        Map<String, String> errors =
                problems.stream().collect(toMap(Problem::field, Problem::message, (first, second) -> first));
        ModelAndView page = new ModelAndView("form/ask", status);
        page.addObject("ask", this);
        page.addObject("asked", fields.stream().map(field -> field.with(errors)).toList());
        page.addObject("problems", problems);
        page.addObject("errors", errors);
        page.addObject(ONCE, once);
        return page;
    }
}
