package io.smartblocks.portal.registry;

import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.form.Ask;
import io.smartblocks.portal.form.Field;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.registry.Registered.Thing;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The pages that ask what is to be stated of a site, a meter or an index. */
@Component
class RegistryAsks {

    static final String ADDRESS = "/registry";

    private final Registered registered;
    private final RegistryFields fields;
    private final Names names;
    private final Words say;

    RegistryAsks(Registered registered, RegistryFields fields, Names names, Words say) {
        this.registered = registered;
        this.fields = fields;
        this.names = names;
        this.say = say;
    }

    /** One act that is offered. */
    record Offered(String words, String link) {}

    /** What a reader is offered of these, about one thing or about none. */
    List<Offered> offered(Account reader, Optional<Thing> about, RegistryAct... acts) {
        return List.of(acts).stream()
                .filter(act -> registered.may(reader, act, about))
                .map(act -> new Offered(
                        say.message("registry." + act.key() + ".button"),
                        address(act, about.map(Thing::id).orElse(""))))
                .toList();
    }

    /** Why the ledger would not let the reader do it. */
    Optional<String> impossible(Account reader, RegistryAct act, Optional<Thing> about) {
        return registered.may(reader, act, about)
                ? Optional.empty()
                : Optional.of(say.message(
                        "registry.not.allowed",
                        say.message("member.role." + act.needed().code()),
                        about.map(thing -> names.of(thing.of())).orElse(say.message("registry.your.organisation"))));
    }

    Ask ask(Account reader, RegistryAct act, Optional<Thing> about, Typed typed) {
        String id = about.map(Thing::id).orElse("");
        return ask(act, about, fields.of(reader, act, id, typed), address(act, id), Map.of("about", id));
    }

    Ask ask(RegistryAct act, Optional<Thing> about, List<Field> asked, String action, Map<String, String> hidden) {
        return new Ask(
                "registry",
                List.of(start()),
                say.message(
                        "registry." + act.key() + ".heading",
                        about.map(Thing::label).orElse("")),
                say.message("registry." + act.key() + ".lead"),
                facts(about),
                asked,
                say.message("registry." + act.key() + ".button"),
                action,
                ADDRESS,
                hidden);
    }

    List<Ask.Fact> facts(Optional<Thing> about) {
        return about.map(thing -> List.of(
                        new Ask.Fact(say.message("party.id"), thing.id()),
                        new Ask.Fact(say.message("registry.organisation"), names.of(thing.of()))))
                .orElse(List.of());
    }

    Step start() {
        return new Step(say.message("registry.title"), ADDRESS);
    }

    static String address(RegistryAct act, String about) {
        String path = ADDRESS + "/" + act.key();
        return about.isEmpty()
                ? path
                : UriComponentsBuilder.fromPath(path)
                        .queryParam("about", about)
                        .encode()
                        .toUriString();
    }
}
