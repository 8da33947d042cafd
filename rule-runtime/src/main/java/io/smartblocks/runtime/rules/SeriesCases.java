package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.units.Exact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** Cases decided reading by reading. */
record SeriesCases(List<Arm> arms, Series otherwise) implements Series {
    SeriesCases {
        arms = List.copyOf(arms);
    }

    /** One case. */
    record Arm(Ask when, Series then) {}

    @Override
    public IntFunction<Exact> over(Moments moments) {
        List<IntPredicate> asks = new ArrayList<>();
        List<IntFunction<Exact>> values = new ArrayList<>();
        for (Arm arm : arms) {
            asks.add(arm.when.over(moments));
            values.add(arm.then.over(moments));
        }
        values.add(otherwise.over(moments));
        return chosen(asks, values, moments.size())
                .<IntFunction<Exact>>map(chosen -> chosen)
                .orElse(index -> {
                    int arm = 0;
                    while (arm < asks.size() && !asks.get(arm).test(index)) {
                        arm++;
                    }
                    return values.get(arm).apply(index);
                });
    }

    /** All at once, where neither a question nor a value of any reading could be a problem of the settlement. */
    private static Optional<Decimals> chosen(List<IntPredicate> asks, List<IntFunction<Exact>> values, int size) {
        boolean known = asks.stream().allMatch(Marks.class::isInstance)
                && values.stream().allMatch(Decimals.class::isInstance);
        return known
                ? Decimals.chosen(asks.toArray(Marks[]::new), values.toArray(Decimals[]::new), size)
                : Optional.empty();
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder("(");
        arms.forEach(arm -> text.append(arm.then.text())
                .append(" when ")
                .append(arm.when.text())
                .append("; "));
        return text.append(otherwise.text()).append(" otherwise)").toString();
    }

    @Override
    public void walk(Consumer<Series> visitor) {
        visitor.accept(this);
        arms.forEach(arm -> {
            arm.when.walk(visitor);
            arm.then.walk(visitor);
        });
        otherwise.walk(visitor);
    }
}
