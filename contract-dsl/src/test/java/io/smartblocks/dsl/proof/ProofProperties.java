package io.smartblocks.dsl.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.AgreementTexts;
import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Condition.Compare.Relation;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Expr.Arithmetic.Operator;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.names.Names;
import io.smartblocks.dsl.names.Resolution;
import io.smartblocks.dsl.syntax.SentenceReader;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ProofProperties {

    private static final List<String> NAMES = List.of("A", "B", "C");
    private static final int[] GRID = {-3, -2, -1, 0, 1, 2, 3};
    private static final int CASES = 500;

    private final Random random = new Random(20261122);

    @Test
    void what_never_holds_has_no_point_and_what_is_found_holds() {
        int never = 0;
        int found = 0;
        for (int i = 0; i < CASES; i++) {
            List<Condition> conditions = List.of(condition(2), condition(2), condition(1));
            Encoding encoding = new Encoding(known(), 3, Optional.empty());
            List<Formula> formulas =
                    new ArrayList<>(conditions.stream().map(encoding::formula).toList());
            formulas.addAll(encoding.sides());
            Optional<Search.Model> model = Search.model(formulas, facts -> true, new Steps(1_000_000));

            if (model.isEmpty()) {
                never++;
                assertThat(gridPoint(conditions)).as("%s", conditions).isEmpty();
            } else if (encoding.curves().areMet(model.orElseThrow())) {
                found++;
                assertThat(conditions)
                        .as("%s with %s", conditions, model)
                        .allMatch(condition -> holds(condition, name -> value(encoding, model.orElseThrow(), name)));
            }
        }
        assertThat(never).isGreaterThan(CASES / 10);
        assertThat(found).isGreaterThan(CASES / 4);
    }

    private static Known known() {
        var document = SentenceReader.read(new SourceText("small", AgreementTexts.SMALL))
                .document();
        Resolution resolution = Resolution.of(document, Names.of(document), Unit.of("EUR"));
        return new Known(List.of(), List.<Clause>of(), resolution, Optional.empty());
    }

    private static Exact value(Encoding encoding, Search.Model model, String name) {
        Integer number = encoding.met().get(reference(name));
        return number == null ? Exact.ZERO : model.value(number);
    }

    private Optional<Map<String, Exact>> gridPoint(List<Condition> conditions) {
        for (int a : GRID) {
            for (int b : GRID) {
                for (int c : GRID) {
                    Map<String, Exact> point = Map.of("A", Exact.of(a), "B", Exact.of(b), "C", Exact.of(c));
                    if (conditions.stream().allMatch(condition -> holds(condition, point::get))) {
                        return Optional.of(point);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Condition condition(int depth) {
        int kind = random.nextInt(depth == 0 ? 4 : 7);
        return switch (kind) {
            case 4 -> new Condition.And(List.of(condition(depth - 1), condition(depth - 1)));
            case 5 -> new Condition.Or(List.of(condition(depth - 1), condition(depth - 1)));
            case 6 -> new Condition.Not(condition(depth - 1));
            case 3 -> new Condition.Between(expr(1), figure(), figure());
            default ->
                new Condition.Compare(expr(2), Relation.values()[random.nextInt(Relation.values().length)], expr(1));
        };
    }

    private Expr expr(int depth) {
        int kind = random.nextInt(depth == 0 ? 2 : 8);
        return switch (kind) {
            case 0 -> figure();
            case 1, 2 -> reference(NAMES.get(random.nextInt(NAMES.size())));
            case 3 -> new Expr.Pick(random.nextBoolean(), expr(depth - 1), expr(depth - 1), Unit.NONE);
            case 4 -> new Expr.Excess(expr(depth - 1), expr(depth - 1), Unit.NONE);
            default -> {
                Operator operator =
                        List.of(Operator.PLUS, Operator.MINUS, Operator.TIMES).get(kind - 5);
                yield new Expr.Arithmetic(operator, expr(depth - 1), expr(depth - 1), Unit.NONE);
            }
        };
    }

    private Expr figure() {
        return new Expr.Constant(Exact.of(random.nextInt(9) - 4), Unit.NONE);
    }

    private static Expr reference(String name) {
        return new Expr.Reference(Expr.Reference.Kind.FACT, name, Unit.NONE);
    }

    private static boolean holds(Condition condition, Function<String, Exact> point) {
        if (condition instanceof Condition.Compare compare) {
            int order = value(compare.left(), point).compareTo(value(compare.right(), point));
            return switch (compare.relation()) {
                case ABOVE -> order > 0;
                case BELOW -> order < 0;
                case AT_LEAST -> order >= 0;
                case AT_MOST -> order <= 0;
                case EQUAL_TO -> order == 0;
            };
        }
        if (condition instanceof Condition.Between between) {
            Exact value = value(between.value(), point);
            return value.compareTo(value(between.low(), point)) >= 0
                    && value.compareTo(value(between.high(), point)) <= 0;
        }
        if (condition instanceof Condition.And and) {
            return and.parts().stream().allMatch(part -> holds(part, point));
        }
        return condition instanceof Condition.Or or
                ? or.parts().stream().anyMatch(part -> holds(part, point))
                : !holds(((Condition.Not) condition).condition(), point);
    }

    private static Exact value(Expr expr, Function<String, Exact> point) {
        if (expr instanceof Expr.Constant constant) {
            return constant.value();
        }
        if (expr instanceof Expr.Reference reference) {
            return point.apply(reference.name());
        }
        if (expr instanceof Expr.Pick pick) {
            Exact left = value(pick.left(), point);
            Exact right = value(pick.right(), point);
            return pick.lesser() ? left.min(right) : left.max(right);
        }
        if (expr instanceof Expr.Excess excess) {
            return value(excess.amount(), point)
                    .minus(value(excess.over(), point))
                    .max(Exact.ZERO);
        }
        Expr.Arithmetic arithmetic = (Expr.Arithmetic) expr;
        Exact left = value(arithmetic.left(), point);
        Exact right = value(arithmetic.right(), point);
        return switch (arithmetic.operator()) {
            case PLUS -> left.plus(right);
            case MINUS -> left.minus(right);
            case TIMES -> left.times(right);
            case DIVIDED_BY -> left.dividedBy(right);
        };
    }
}
