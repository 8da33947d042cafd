package io.smartblocks.runtime.bench;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CompiledForm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Agreements that differ from another in every price, read from its compiled form as a ledger would give it. */
final class Variants {

    /** Constants whose unit has money in it, but neither nothing nor the step of a rounding. */
    private static final Pattern PRICE = Pattern.compile(
            "(?<!\"step\":\\{)\"is\":\"Expr\\.Constant\",\"unit\":\\{\"dimensions\":\\{[^}]*\"EUR\":1[^}]*\\}[^}]*\\},\"value\":\"(?!0\")([0-9.]+)\"");

    private static final int STEPS = 10_007;
    private static final int DIGITS = 7;

    private final List<String> between = new ArrayList<>();
    private final List<BigDecimal> prices = new ArrayList<>();

    Variants(Agreement agreement) {
        String form = CompiledForm.of(agreement).json();
        Matcher found = PRICE.matcher(form);
        int from = 0;
        while (found.find()) {
            between.add(form.substring(from, found.start(1)));
            prices.add(new BigDecimal(found.group(1)));
            from = found.end(1);
        }
        between.add(form.substring(from));
    }

    /** An agreement and the hash of the form it was read from, as a ledger would have it. */
    record Variant(Agreement agreement, String hash) {}

    /** The form of one of them. */
    String form(int number) {
        BigDecimal dearer = BigDecimal.valueOf(number % STEPS, DIGITS);
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < prices.size(); i++) {
            String price = prices.get(i).add(dearer).stripTrailingZeros().toPlainString();
            form.append(between.get(i)).append(price);
        }
        return form.append(between.get(prices.size())).toString();
    }

    /** One of them, read from its form after the form's hash was taken, as from a ledger. */
    Variant of(int number) {
        String form = form(number);
        String hash = CompiledForm.textHash(form);
        return new Variant(CompiledForm.read(form).agreement().orElseThrow(), hash);
    }
}
