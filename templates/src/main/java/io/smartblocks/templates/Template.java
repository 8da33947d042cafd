package io.smartblocks.templates;

/**
 * One template: its text with open parameters, the answers that fill it, and the sample that they give together with the
 * worked example's scenarios.
 */
public record Template(
        String id,
        String title,
        String version,
        String description,
        String text,
        SampleAnswers answers,
        String workedExample,
        String sample) {}
