package dev.duodang.database;

import java.lang.management.ManagementFactory;

/**
 * What PostgreSQL may use of this machine's memory, in megabytes.
 *
 * @param sharedBuffers a sixteenth of the machine, 128 to 4096: the server's own heap and the page
 *     cache need the rest
 * @param effectiveCache half of the machine, what a plan may expect to find in memory
 * @param maintenance for index builds and vacuum, 64 to 512
 */
record MemorySettings(long sharedBuffers, long effectiveCache, long maintenance) {

  private static final long MEGABYTE = 1L << 20;

  static MemorySettings ofThisMachine() {
    java.lang.management.OperatingSystemMXBean system =
        ManagementFactory.getOperatingSystemMXBean();
    long total =
        system instanceof com.sun.management.OperatingSystemMXBean sized
            ? sized.getTotalMemorySize()
            : 2048 * MEGABYTE;
    return of(total / MEGABYTE);
  }

  static MemorySettings of(long machine) {
    return new MemorySettings(
        Math.clamp(machine / 16, 128, 4096),
        Math.max(machine / 2, 256),
        Math.clamp(machine / 32, 64, 512));
  }
}
