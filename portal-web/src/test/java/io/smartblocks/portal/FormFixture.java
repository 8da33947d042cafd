package io.smartblocks.portal;

import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.templates.Template;
import io.smartblocks.templates.Templates;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The forms of the portal, each with answers that are all right and with what is wrong with each of its fields. */
final class FormFixture {

    static final Template TEMPLATE = Templates.find("time-of-use-supply").orElseThrow();

    private static final String STATEMENT = RoutesTests.STATEMENT + "/act";
    private static final String TOO_LONG = "x".repeat(2_001);
    private static final List<String> NO_WORDS = List.of("", " \n ", TOO_LONG);

    /**
     * One form.
     *
     * @param wrong under each field what may not stand in it
     */
    record Form(String address, String person, Map<String, String> right, Map<String, List<String>> wrong) {
        @Override
        public String toString() {
            return address;
        }
    }

    private FormFixture() {}

    static List<Form> forms() {
        return Stream.of(List.of(template()), ofAgreements(), ofStatements(), ofMembers(), ofRegistry(), ofPeople())
                .flatMap(List::stream)
                .toList();
    }

    private static Form template() {
        Map<String, String> right = new LinkedHashMap<>();
        TEMPLATE.answers().byParameter().forEach((name, answer) -> right.put("answer-" + Slug.of(name), answer));
        right.put("title", "Never proposed");
        right.put("answer-supplier", "Harbour Energy Services Ltd");
        right.put("answer-client", "Nimbus Campus DAC");
        right.put("answer-import-meter", "meter/IE-9001/import");
        right.put("answer-export-meter", "meter/IE-9001/export");
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        right.keySet().forEach(field -> wrong.put(field, List.of("")));
        for (String figure : List.of("day-price", "night-price", "contracted-demand", "late-rate")) {
            wrong.put("answer-" + figure, List.of("", "many", "-1", "1000000", "0.1 apples", "<i>"));
        }
        for (String day : List.of("start-date", "end-date")) {
            wrong.put("answer-" + day, List.of("", "soon", "31 February 2027"));
        }
        wrong.put("title", List.of("", " ", "!!!"));
        return new Form("/templates/time-of-use-supply", "conor", right, wrong);
    }

    private static List<Form> ofAgreements() {
        Map<String, List<String>> dryRun = Map.of(
                "day", List.of("", "soon", "1990-01-01x"),
                "readings", List.of("nonsense", "Export Meter, 2026-10, <b>", "Export Meter, never, 1"));
        Map<String, String> readings = Map.of("day", "2026-10-15", "readings", "Export Meter, 2026-10, 1500");
        Map<String, String> ofText = new LinkedHashMap<>(readings);
        ofText.put("text", TEMPLATE.sample());
        Map<String, String> ofForm = new LinkedHashMap<>(readings);
        ofForm.putAll(template().right());
        return List.of(
                new Form(
                        "/editor/propose",
                        "conor",
                        Map.of(
                                "text", TEMPLATE.sample(),
                                "party-supplier", "harbour-energy",
                                "party-client", "nimbus-campus"),
                        Map.of(
                                "party-supplier", List.of("", "nobody-at-all"),
                                "party-client", List.of("", "harbour-energy"))),
                new Form(
                        "/agreements/campus-supply/act/terminate?version=1.0",
                        "aoife",
                        Map.of("day", "2027-12-31", "reason", "Sold."),
                        Map.of("day", List.of("", "31.12.2027", "2027-02-30"), "reason", NO_WORDS)),
                new Form(
                        "/agreements/campus-supply/act/suspend?version=1.0",
                        "conor",
                        Map.of("reason", "Rebuilt."),
                        Map.of("reason", NO_WORDS)),
                new Form(
                        "/agreements/campus-supply-next/act/withdraw?version=1.0",
                        "aoife",
                        Map.of("reason", "No."),
                        Map.of("reason", NO_WORDS)),
                new Form(
                        "/agreements/campus-supply-next/change?version=1.0",
                        "aoife",
                        Map.of("words", "Add a clause."),
                        Map.of("words", NO_WORDS)),
                new Form("/agreements/campus-supply/dry-run?version=1.0", "aoife", readings, dryRun),
                new Form("/editor/dry-run", "conor", ofText, dryRun),
                new Form("/templates/time-of-use-supply/dry-run", "conor", ofForm, dryRun));
    }

    private static List<Form> ofStatements() {
        return List.of(
                new Form(
                        STATEMENT + "/dispute",
                        "aoife",
                        Map.of("line-1", "on", "reason", "Too much."),
                        Map.of("reason", NO_WORDS)),
                new Form(
                        STATEMENT + "/paid?document=1",
                        "conor",
                        Map.of("amount", "1.00", "day", "2026-11-12", "reference", "SEPA-1"),
                        Map.of(
                                "amount", List.of("", "ten", "1,0,0", "1e9", "<script>"),
                                "day", List.of("", "yesterday", "2026-13-01"),
                                "reference", List.of(""))));
    }

    private static List<Form> ofMembers() {
        return List.of(
                new Form(
                        "/members/conor-walsh/act/suspend",
                        "admin",
                        Map.of("reason", "Left."),
                        Map.of("reason", NO_WORDS)),
                new Form(
                        "/members/conor-walsh/act/roles",
                        "admin",
                        Map.of("role-signatory", "on", "role-auditor", "on", "reason", "Checks too."),
                        Map.of("reason", NO_WORDS)),
                new Form(
                        "/members/conor-walsh/act/rotate",
                        "admin",
                        Map.of(
                                "publicKey", "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=",
                                "expires", "2030-01-01",
                                "reason", "Lost."),
                        Map.of(
                                "publicKey", List.of("", "nonsense", "<b>"),
                                "expires", List.of("soon", "2030-02-30"))),
                new Form(
                        "/members/nimbus-campus/act/rate",
                        "conor",
                        Map.of("deal", "", "stars", "4", "comment", "Good."),
                        Map.of("deal", List.of("", "none"), "stars", List.of("", "9", "-1"))),
                new Form(
                        "/members/harbour-energy/act/particulars",
                        "conor",
                        Map.of("legalName", "Harbour", "city", "Dublin", "country", "IE"),
                        Map.of(
                                "legalName", List.of("", TOO_LONG),
                                "city", List.of("", TOO_LONG),
                                "country", List.of("", "Ireland", "<i>"),
                                "vatId", List.of("9700053", "IE 1"),
                                "electronicAddress", List.of("bills@example.com", "XX:1"),
                                "iban", List.of("12 34", "IE29"),
                                "bic", List.of("AIB", "AIBK-E2D"))),
                new Form(
                        "/account/membership",
                        "eamon",
                        Map.of("id", "eamon-kelly", "name", "Eamon Kelly", "role-auditor", "on"),
                        Map.of("id", List.of("", "Eamon Kelly", "conor-walsh"), "name", List.of("", TOO_LONG))));
    }

    private static List<Form> ofRegistry() {
        Map<String, String> site = new LinkedHashMap<>(
                Map.of("id", "quay", "name", "Quay", "zone", "Europe/Dublin", "country", "IE", "floorArea", "900"));
        site.putAll(Map.of("organisation", "nimbus-campus", "reason", "Bought."));
        Map<String, String> meter = new LinkedHashMap<>(Map.of(
                "id",
                "IE-7/heat",
                "name",
                "Heat",
                "site",
                "Quay",
                "energy",
                "heat",
                "unit",
                "kWh",
                "interval",
                "PT1H"));
        meter.putAll(Map.of(
                "zone", "Europe/Dublin", "measure", "interval", "organisation", "nimbus-metering", "reason", "New."));
        return List.of(
                new Form(
                        "/registry/register-site",
                        "admin",
                        site,
                        Map.of(
                                "id", List.of("", "A quay!"),
                                "name", List.of("", TOO_LONG),
                                "zone", List.of("", "Europe/Nowhere"),
                                "country", List.of("Ireland", "1"),
                                "floorArea", List.of("big", "12,5", "0", "-3"),
                                "organisation", List.of("", "nobody"),
                                "reason", NO_WORDS)),
                new Form(
                        "/registry/register-meter",
                        "admin",
                        meter,
                        Map.of(
                                "id", List.of("", "IE-9001/import", "a b"),
                                "name", List.of(""),
                                "site", List.of(""),
                                "energy", List.of(""),
                                "unit", List.of(""),
                                "interval", List.of("", "PT7M"),
                                "zone", List.of("", "Dublin"),
                                "measure", List.of("", "both"),
                                "rollsOverAt", List.of("soon", "0"),
                                "checks", List.of("no-such-meter"))),
                new Form(
                        "/registry/register-index",
                        "admin",
                        new LinkedHashMap<>(Map.of(
                                "name",
                                "Gas",
                                "publisher",
                                "SEAI",
                                "unit",
                                "EUR",
                                "organisation",
                                "nimbus-metering",
                                "reason",
                                "New.")),
                        Map.of(
                                "name", List.of("", TOO_LONG),
                                "publisher", List.of(""),
                                "unit", List.of(""),
                                "every", List.of("PT7M"),
                                "zone", List.of("Dublin"))));
    }

    private static List<Form> ofPeople() {
        String tomorrow = LocalDate.now().plusDays(1).toString();
        return List.of(
                new Form(
                        "/admin/users/new",
                        "saoirse",
                        new LinkedHashMap<>(Map.of(
                                "login",
                                "niamh",
                                "name",
                                "Niamh",
                                "role",
                                "OWNER",
                                "organisation",
                                "nimbus-campus",
                                "reason",
                                "New.")),
                        Map.of(
                                "login", List.of("", "A b", "conor"),
                                "name", List.of("", TOO_LONG),
                                "role", List.of("", "KING"),
                                "organisation", List.of("nobody"),
                                "member", List.of("nobody"),
                                "reason", NO_WORDS)),
                new Form(
                        "/admin/users/conor/act/role",
                        "saoirse",
                        Map.of("role", "AUDITOR", "reason", "Moved."),
                        Map.of("role", List.of("", "KING"), "reason", NO_WORDS)),
                new Form(
                        "/admin/users/conor/act/lock",
                        "saoirse",
                        Map.of("reason", "Left."),
                        Map.of("reason", NO_WORDS)),
                new Form("/admin/run", "saoirse", Map.of("reason", "Again."), Map.of("reason", NO_WORDS)),
                new Form(
                        "/account/keys",
                        "conor",
                        Map.of("name", "Billing", "scopes", "read", "lastDay", tomorrow),
                        Map.of(
                                "name", List.of("", " "),
                                "lastDay", List.of("", "soon", "2020-01-01", "2999-01-01"))),
                new Form(
                        "/account/webhooks",
                        "conor",
                        Map.of("name", "Books", "url", "https://books.example/", "kinds", "settlement.committed"),
                        Map.of(
                                "name", List.of("", " "),
                                "url", List.of("", "books", "ftp://books.example/", "http://127.0.0.1/"))));
    }
}
