package io.smartblocks.portal.registry;

import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.SiteState;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.form.Ask;
import io.smartblocks.portal.form.Field;
import io.smartblocks.portal.form.Field.Option;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The questions of each act. */
@Component
class RegistryFields {

    private static final List<String> METER_INTERVALS = List.of("PT15M", "PT30M", "PT1H", "P1D", "P1M");
    static final List<String> INDEX_INTERVALS = List.of("PT15M", "PT30M", "PT1H");

    private final Registered registered;
    private final Words say;

    RegistryFields(Registered registered, Words say) {
        this.registered = registered;
        this.say = say;
    }

    List<Field> of(Account reader, RegistryAct act, String about, Typed typed) {
        List<Field> fields = new ArrayList<>(
                switch (act) {
                    case REGISTER_SITE -> site(typed, Optional.empty());
                    case CHANGE_SITE -> site(typed, registered.site(about));
                    case REGISTER_METER -> meter(typed);
                    case MOVE_METER -> List.of(line("site", typed));
                    case RETIRE_METER ->
                        List.of(Field.day(
                                "lastDay",
                                say.message("registry.lastDay"),
                                say.message("registry.lastDay.help"),
                                typed.raw("lastDay")));
                    case APPOINT_PREDICTOR -> List.of(line("predictor", typed));
                    case DISMISS_PREDICTOR -> List.of(dismissed(typed, registered.meter(about)));
                    case REGISTER_INDEX -> index(typed);
                    case PUBLISH_VALUES, CORRECT_VALUES -> List.<Field>of();
                });
        if (act.registrarToo() && registered.isRegistrar(reader)) {
            fields.add(organisation(typed, registered.site(about)));
        }
        fields.add(reason(typed));
        return fields;
    }

    Field reason(Typed typed) {
        return Field.text(
                "reason", say.message("member.reason"), say.message("member.reason.help"), typed.raw("reason"));
    }

    private List<Field> site(Typed typed, Optional<SiteState> stands) {
        boolean sent = !typed.raw(Ask.ONCE).isEmpty();
        Optional<SiteState> shown = stands.filter(any -> !sent);
        List<Field> fields = new ArrayList<>();
        if (stands.isEmpty()) {
            fields.add(line("id", "registry.site.id", typed.raw("id")));
        }
        fields.add(line("name", shown.map(SiteState::name).orElse(typed.raw("name"))));
        fields.add(line("zone", shown.map(site -> site.zone().getId()).orElse(typed.raw("zone"))));
        fields.add(line("country", shown.flatMap(SiteState::country).orElse(typed.raw("country"))));
        fields.add(Field.figure(
                "floorArea",
                say.message("registry.floorArea"),
                say.message("registry.floorArea.help"),
                shown.flatMap(SiteState::floorArea).map(say::number).orElse(typed.raw("floorArea")),
                "m²"));
        fields.add(line("address", shown.flatMap(SiteState::address).orElse(typed.raw("address"))));
        return fields;
    }

    private List<Field> meter(Typed typed) {
        return List.of(
                line("id", "registry.meter.id", typed.raw("id")),
                line("name", typed),
                line("site", typed),
                line("energy", typed),
                line("unit", typed),
                choice("interval", METER_INTERVALS, typed),
                line("zone", typed),
                Field.choice(
                        "measure",
                        say.message("registry.measure"),
                        say.message("registry.measure.help"),
                        typed.raw("measure"),
                        List.of(
                                new Option("interval", say.message("registry.measure.interval")),
                                new Option("register", say.message("registry.measure.register")))),
                line("rollsOverAt", typed),
                line("checks", typed));
    }

    private List<Field> index(Typed typed) {
        return List.of(
                line("name", "registry.index.name", typed.raw("name")),
                line("publisher", typed),
                line("unit", "registry.index.unit", typed.raw("unit")),
                choice("every", INDEX_INTERVALS, typed),
                line("zone", "registry.index.zone", typed.raw("zone")));
    }

    private Field dismissed(Typed typed, Optional<MeterState> meter) {
        return Field.choice(
                "predictor",
                say.message("registry.predictor"),
                say.message("registry.predictor.dismissed"),
                typed.raw("predictor"),
                meter.stream()
                        .flatMap(known -> known.predictors().stream())
                        .map(member -> new Option(member.value(), member.value()))
                        .toList());
    }

    private Field organisation(Typed typed, Optional<SiteState> stands) {
        return Field.choice(
                "organisation",
                say.message("registry.organisation"),
                say.message("registry.organisation.help"),
                typed.raw(Ask.ONCE).isEmpty()
                        ? stands.map(site -> site.owner().value()).orElse("")
                        : typed.raw("organisation"),
                registered.organisations().stream()
                        .map(member -> new Option(member.id().value(), member.name()))
                        .toList());
    }

    private Field choice(String id, List<String> values, Typed typed) {
        return Field.choice(
                id,
                say.message("registry." + id),
                say.message("registry." + id + ".help"),
                typed.raw(id),
                values.stream()
                        .map(value -> new Option(value, say.message("registry.interval." + value)))
                        .toList());
    }

    private Field line(String id, Typed typed) {
        return line(id, typed.raw(id));
    }

    private Field line(String id, String value) {
        return line(id, "registry." + id, value);
    }

    private Field line(String id, String key, String value) {
        return Field.line(id, say.message(key), say.message(key + ".help"), value);
    }
}
