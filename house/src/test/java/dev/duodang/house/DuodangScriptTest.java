package dev.duodang.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.house.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script's arguments, and which JDK it takes. */
class DuodangScriptTest {

  @TempDir Path temp;
  private Map<String, String> environment;

  @BeforeEach
  void aMachineWithoutJava() throws IOException {
    Path programs =
        Shell.programs(
            temp.resolve("programs"),
            "bash",
            "cat",
            "dirname",
            "env",
            "paste",
            "readlink",
            "sed",
            "tr",
            "uname");
    environment = new HashMap<>();
    environment.put("PATH", programs.toString());
    environment.put("HOME", temp.toString());
    environment.put("DUODANG_JVM_FOLDERS", temp.resolve("jvm").toString());
  }

  private Outcome duodang(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 2];
    command[0] = "/bin/bash";
    command[1] = Shell.checkout().resolve("duodang").toString();
    System.arraycopy(arguments, 0, command, 2, arguments.length);
    return Shell.run(temp, environment, command);
  }

  private Path jdk(String path, String version) throws IOException {
    Path home = temp.resolve(path);
    Shell.script(home.resolve("bin/java"), "echo 'openjdk version \"" + version + "\"' >&2");
    Shell.script(home.resolve("bin/javac"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  @Test
  void helpNamesEveryCommand() throws Exception {
    Outcome help = duodang("help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.out())
        .contains(
            "up ",
            "backup ",
            "restore ",
            "settle ",
            "simulate ",
            "check ",
            "explain ",
            "cases ",
            "test ",
            "jdk ",
            "--no-demo");
    assertThat(duodang().out()).isEqualTo(help.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          price                 | there is no command "price"
          up --colour           | up does not know "--colour"
          up --port             | --port wants a value after it
          up --port high        | --port wants a number from 1 to 65535, not "high"
          up --port 99999       | --port wants a number from 1 to 65535, not "99999"
          up --port=0           | --port wants a number from 1 to 65535, not "0"
          up --data=            | --data wants a folder, not ""
          backup                | backup wants a file: ./duodang backup FILE
          backup a b            | backup takes one file, not "a" and "b"
          backup a --keep-old   | --keep-old is an option of restore
          restore --colour      | restore does not know "--colour"
          restore a --data=     | --data wants a folder, not ""
          """)
  void aWrongArgumentIsNamedWithWhatIsAllowed(String arguments, String message) throws Exception {
    Outcome outcome = duodang(arguments.split(" "));

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("duodang: " + message);
  }

  @Test
  void aJavaHomeThatIsNewEnoughIsTaken() throws Exception {
    Path home = jdk("anywhere", "25.0.3");
    environment.put("JAVA_HOME", home.toString());

    assertThat(duodang("jdk").out()).isEqualTo(home + "\n");
  }

  @Test
  void anOldJavaHomeAndAnOldJavaOnPathAreLeftAlone() throws Exception {
    Path old = jdk("jvm/java-17", "17.0.15");
    Path good = jdk("jvm/temurin-25", "25.0.3");
    environment.put("JAVA_HOME", old.toString());
    Files.createSymbolicLink(temp.resolve("programs/java"), old.resolve("bin/java"));

    assertThat(duodang("jdk").out()).isEqualTo(good + "\n");
  }

  @Test
  void aJavaOnPathIsFollowedToItsHome() throws Exception {
    Path home = jdk("elsewhere/jdk", "25");
    Path alternatives =
        Files.createSymbolicLink(temp.resolve("alternative"), home.resolve("bin/java"));
    Files.createSymbolicLink(temp.resolve("programs/java"), alternatives);

    assertThat(duodang("jdk").out()).isEqualTo(home.toRealPath() + "\n");
  }

  @Test
  void amongSeveralTheVersionItIsBuiltWithIsTaken() throws Exception {
    jdk("jvm/a-27", "27-ea");
    Path good = jdk("jvm/b-25", "25.0.1");

    assertThat(duodang("jdk").out()).isEqualTo(good + "\n");
  }

  @Test
  void aNewerOneWillDo() throws Exception {
    jdk("jvm/java-21", "21.0.9");
    Path newer = jdk("jvm/java-26", "26.0.1");

    assertThat(duodang("jdk").out()).isEqualTo(newer + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Contents/Home", "libexec/openjdk.jdk/Contents/Home"})
  void theFoldersOfMacosAreFound(String inside) throws Exception {
    Path home = jdk("jvm/openjdk@25/" + inside, "25.0.3");

    assertThat(duodang("jdk").out()).isEqualTo(home + "\n");
  }

  @Test
  void aJdkWithoutAReleaseFileIsAskedForItsVersion() throws Exception {
    Path home = jdk("jvm/plain", "25.0.2");
    Files.delete(home.resolve("release"));

    assertThat(duodang("jdk").out()).isEqualTo(home + "\n");
  }

  @Test
  void aRuntimeWithoutACompilerIsNoJdk() throws Exception {
    Files.delete(jdk("jvm/runtime", "25.0.3").resolve("bin/javac"));

    assertThat(duodang("jdk").exitCode()).isEqualTo(1);
  }

  @Test
  void withoutAJdkItSaysWhereItLookedAndWhatToInstall() throws Exception {
    Path old = jdk("jvm/java-17", "17.0.15");
    environment.put("JAVA_HOME", temp.resolve("gone").toString());
    Files.createSymbolicLink(temp.resolve("programs/java"), old.resolve("bin/java"));

    for (String[] command : new String[][] {{"jdk"}, {"settle", "orders.csv"}, {"test"}, {"up"}}) {
      Outcome outcome = duodang(command);

      assertThat(outcome.exitCode()).isEqualTo(1);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err())
          .startsWith("duodang: no JDK 25 or newer was found.")
          .contains("JAVA_HOME      \"" + temp.resolve("gone") + "\" is not a JDK")
          .contains("java on PATH   \"" + old.toRealPath() + "\" is Java 17.0.15")
          .contains("and in " + temp.resolve("jvm"))
          .contains("openjdk", "25", "adoptium.net", "set JAVA_HOME");
    }
  }

  @Test
  void aLinkToTheScriptWorksFromAnywhere() throws Exception {
    Path link = Files.createSymbolicLink(temp.resolve("dd"), Shell.checkout().resolve("duodang"));

    assertThat(Shell.run(temp, environment, "/bin/bash", link.toString(), "help").exitCode())
        .isZero();
  }
}
