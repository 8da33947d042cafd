package io.smartblocks.portal;

import java.util.LinkedHashMap;
import java.util.Map;

/** The form of the template for a supply, filled so that nothing is wrong with it. */
public final class SupplyAnswers {

    public static final String FORM = "/templates/time-of-use-supply";

    private SupplyAnswers() {}

    public static Map<String, String> titled(String title) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("title", title);
        answers.put("answer-supplier", "Harbour Energy Services Ltd");
        answers.put("answer-client", "Nimbus Campus DAC");
        answers.put("answer-start-date", "1 January 2027");
        answers.put("answer-end-date", "2028-12-31");
        answers.put("answer-import-meter", "meter/IE-9001/import");
        answers.put("answer-export-meter", "meter/IE-9001/export");
        answers.put("answer-day-price", "0.1974");
        answers.put("answer-night-price", "0.1187");
        answers.put("answer-peak-price", "0.2351");
        answers.put("answer-export-price", "0.1350");
        answers.put("answer-contracted-demand", "110");
        answers.put("answer-demand-price", "4.2150");
        answers.put("answer-standing-charge", "1.1840");
        answers.put("answer-late-rate", "10");
        answers.put("password", SiteFixture.PASSWORD);
        return answers;
    }
}
