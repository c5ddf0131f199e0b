package dev.duodang.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The two files that rule a cluster, written anew at each start so that no edit weakens them. */
final class ClusterFiles {

  private ClusterFiles() {}

  static void write(Path cluster, int port, MemorySettings memory) throws IOException {
    Files.writeString(cluster.resolve("postgresql.conf"), configuration(port, memory));
    Files.writeString(cluster.resolve("postgresql.auto.conf"), "");
    Files.writeString(cluster.resolve("pg_hba.conf"), ACCESS);
  }

  private static final String ACCESS =
      """
      # Written by Duodang at each start.
      # TYPE  DATABASE  USER  ADDRESS       METHOD
      host    all       all   127.0.0.1/32  scram-sha-256
      """;

  private static String configuration(int port, MemorySettings memory) {
    return """
    # Written by Duodang at each start.
    listen_addresses = '127.0.0.1'
    port = %d
    unix_socket_directories = ''
    password_encryption = 'scram-sha-256'
    max_connections = 100

    # A settlement that was acknowledged is on the disk.
    fsync = on
    synchronous_commit = on
    full_page_writes = on

    shared_buffers = %dMB
    effective_cache_size = %dMB
    maintenance_work_mem = %dMB
    work_mem = 16MB
    temp_buffers = 32MB
    wal_compression = off
    wal_buffers = 16MB
    min_wal_size = 512MB
    max_wal_size = 4GB
    checkpoint_timeout = 10min
    checkpoint_completion_target = 0.9
    random_page_cost = 1.1
    jit = off

    timezone = 'UTC'
    log_timezone = 'UTC'
    datestyle = 'iso, ymd'
    lc_messages = 'C'
    log_min_messages = warning
    log_checkpoints = off
    logging_collector = on
    log_directory = '../log'
    log_filename = 'postgresql-%%d.log'
    log_file_mode = 0600
    log_rotation_age = 1d
    log_rotation_size = 0
    log_truncate_on_rotation = on
    log_line_prefix = '%%m [%%p] %%u '
    """
        .formatted(port, memory.sharedBuffers(), memory.effectiveCache(), memory.maintenance());
  }
}
