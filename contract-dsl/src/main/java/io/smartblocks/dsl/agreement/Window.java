package io.smartblocks.dsl.agreement;

/**
 * What an aggregate runs over: the current {@code period} when {@code previous} is zero, or that many periods before it,
 * the current one left out.
 */
public record Window(String period, int previous) {}
