package dev.duodang.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real server as a process of its own. */
public final class ServerProcess implements AutoCloseable {

  private static final String READY = "Duodang is ready: ";
  private static final int STOP_SECONDS = 60;

  private final Process process;
  private final String url;

  private ServerProcess(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Starts a server on a data folder and waits until it says that it is ready. */
  public static ServerProcess start(Path data, Path binaries, String... settings)
      throws IOException {
    List<String> brief =
        List.of(
            "-Xmx512m",
            // A server that lives for seconds is not worth the second compiler.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC");
    return start(brief, data, binaries, settings);
  }

  /** The same with options of the JVM, for a server that is measured. */
  public static ServerProcess start(List<String> jvm, Path data, Path binaries, String... settings)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath(),
            "dev.duodang.DuodangServer",
            "--duodang.port=0",
            "--duodang.demo=false",
            "--duodang.data=" + data,
            "--duodang.postgres.binaries=" + binaries));
    command.addAll(List.of(settings));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    StringBuilder said = new StringBuilder();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        Thread.ofPlatform().daemon().start(() -> keep(out, data.resolveSibling("server.log")));
        return new ServerProcess(process, line.substring(READY.length()).strip());
      }
      said.append(line).append('\n');
    }
    throw new NotStartedException(exitCode(process), said.toString());
  }

  private static int exitCode(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** A server that ended before it was ready. */
  public static final class NotStartedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private NotStartedException(int exitCode, String said) {
      super("the server did not start (exit code " + exitCode + "): " + said);
      this.exitCode = exitCode;
    }

    public int exitCode() {
      return exitCode;
    }
  }

  /** Surefire hides the class path in a jar and tells it in a property. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** A full pipe would stop the server; what it says lies beside its data. */
  private static void keep(BufferedReader out, Path log) {
    try (out;
        BufferedWriter writer =
            Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        writer.write(line + "\n");
        writer.flush();
      }
    } catch (IOException e) {
      // The process has ended.
    }
  }

  public String url() {
    return url;
  }

  /** The process itself; its PostgreSQL is none of its children. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM, and the end. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
