package io.smartblocks.runtime.bench;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CompiledForm;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Agreements that differ from another in every price, read from its compiled form as a ledger would give it. */
final class Variants {

    /** Constants whose unit has money in it. */
    private static final Pattern PRICE = Pattern.compile(
            "(\"is\":\"Expr\\.Constant\",\"unit\":\\{\"dimensions\":\\{[^}]*\"EUR\":1[^}]*\\}[^}]*\\},\"value\":\")([0-9.]+)(\")");

    private static final int STEPS = 10_007;
    private static final int DIGITS = 7;

    private final String form;

    Variants(Agreement agreement) {
        this.form = CompiledForm.of(agreement).json();
    }

    /** An agreement and the hash of the form it was read from, as a ledger would have it. */
    record Variant(Agreement agreement, String hash) {}

    Variant of(int number) {
        Matcher prices = PRICE.matcher(form);
        BigDecimal dearer = BigDecimal.valueOf(number % STEPS, DIGITS);
        String changed = prices.replaceAll(price -> price.group(1)
                + new BigDecimal(price.group(2))
                        .add(dearer)
                        .stripTrailingZeros()
                        .toPlainString()
                + price.group(3));
        return new Variant(CompiledForm.read(changed).agreement().orElseThrow(), CompiledForm.textHash(changed));
    }
}
