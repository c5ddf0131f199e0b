package dev.duodang.bench.match;

/**
 * How fast something is, on one thread.
 *
 * @param perSecond on the clock, with whatever else the machine does
 * @param perCpuSecond in the processor time that the process was given
 */
public record Speed(double perSecond, double perCpuSecond) {}
