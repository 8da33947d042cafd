package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.agreement.Scenario.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The steps of a scenario in the order in which they are told. One that goes on {@code after} another follows the whole of
 * it; one that is {@code like} another has its givens, then its own, then what the other settles.
 *
 * @param before what happened before, without expectations
 * @param own the scenario's own story
 */
record Telling(List<Step> before, List<Step> own) {

    Telling {
        before = List.copyOf(before);
        own = List.copyOf(own);
    }

    static Telling of(Agreement agreement, Scenario scenario) {
        Optional<Telling> after = scenario.after().map(name -> of(agreement, find(agreement, name)));
        Optional<Telling> like = scenario.like().map(name -> of(agreement, find(agreement, name)));
        if (like.isPresent()) {
            return new Telling(like.get().before, alike(told(like.get().own), scenario.steps()));
        }
        List<Step> before = new ArrayList<>();
        after.ifPresent(story -> before.addAll(story.before));
        after.ifPresent(story -> before.addAll(told(story.own)));
        return new Telling(before, scenario.steps());
    }

    private static List<Step> alike(List<Step> inherited, List<Step> own) {
        List<Step> givens = own.stream()
                .takeWhile(step -> !isSettled(step))
                .filter(Telling::isGiven)
                .toList();
        Set<String> named = givens.stream().map(Telling::name).collect(Collectors.toSet());
        List<Step> first =
                inherited.stream().takeWhile(step -> !isSettled(step)).toList();
        List<Step> then = inherited.subList(first.size(), inherited.size());
        List<Step> steps = new ArrayList<>(first);
        then.stream().filter(step -> isGivenAnew(step, named)).forEach(steps::add);
        steps.addAll(givens);
        then.stream().filter(step -> !isGivenAnew(step, named)).forEach(steps::add);
        own.stream().filter(step -> !givens.contains(step)).forEach(steps::add);
        return steps;
    }

    /** What is given of the same thing counts before the scenario's own givens, which are to win. */
    private static boolean isGivenAnew(Step step, Set<String> named) {
        return isGiven(step) && named.contains(name(step));
    }

    private static List<Step> told(List<Step> steps) {
        return steps.stream().filter(step -> !Expecting.isExpectation(step)).toList();
    }

    private static boolean isSettled(Step step) {
        return step instanceof Scenario.Settle;
    }

    private static boolean isGiven(Step step) {
        return !isSettled(step)
                && !(step instanceof Scenario.GivenEvent)
                && !(step instanceof Scenario.GivenTermination)
                && !(step instanceof Scenario.GivenDispute)
                && !Expecting.isExpectation(step);
    }

    private static String name(Step step) {
        if (step instanceof Scenario.GivenValue value) {
            return value.name();
        } else if (step instanceof Scenario.GivenSeries series) {
            return series.name();
        } else if (step instanceof Scenario.GivenTotal total) {
            return total.meter();
        } else if (step instanceof Scenario.GivenEach each) {
            return each.meter();
        } else if (step instanceof Scenario.GivenGap gap) {
            return gap.meter();
        } else if (step instanceof Scenario.GivenStand stand) {
            return stand.meter();
        } else if (step instanceof Scenario.GivenOccurrence happened) {
            return happened.event();
        }
        return step instanceof Scenario.GivenPrevious previous ? "the previous " + previous.term() : "";
    }

    private static Scenario find(Agreement agreement, String name) {
        return agreement.scenarios().stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the agreement has no scenario \"" + name + "\""));
    }
}
