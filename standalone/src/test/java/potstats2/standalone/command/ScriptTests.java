package potstats2.standalone.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script at the top, in a repository of one file, with a Java and a Maven that only say how they were called. */
class ScriptTests {
    private static final List<String> TOOLS = List.of(
            "bash", "dirname", "env", "find", "grep", "head", "mkdir", "mv", "readlink", "rm", "sed", "tee", "touch");
    private static final String JAVA_17 = """
            if [ "$1" = -XshowSettings:properties ]; then
              echo '    java.specification.version = 17' >&2
            else
              echo "java ${*: -2}"
            fi
            """;
    private static final String MAVEN = """
            echo "mvn $*" >>"$MVN_CALLS"
            mkdir -p "$REPOSITORY/standalone/target"
            touch "$REPOSITORY/standalone/target/standalone-1.0.0-SNAPSHOT.jar"
            """;

    @TempDir
    Path directory;

    private final Map<String, String> variables = new HashMap<>();
    private Path repository;
    private Path tools;

    @BeforeEach
    void makeRepository() throws IOException {
        repository = Files.createDirectories(directory.resolve("a repository"));
        tools = Files.createDirectory(directory.resolve("tools"));
        for (var tool : TOOLS) {
            executable(tool, "#!/bin/sh\nexec " + inPath(tool) + " \"$@\"\n");
        }
        var script = Files.copy(Path.of("..", "potstats"), repository.resolve("potstats"));
        assertThat(script).isExecutable();
        Files.writeString(repository.resolve("pom.xml"), "<project/>");
        Files.createDirectories(repository.resolve("standalone").resolve("src").resolve("main"));
        Files.writeString(repository.resolve("standalone").resolve("pom.xml"), "<project/>");
        variables.put("PATH", tools.toString());
        variables.put("REPOSITORY", repository.toString());
        variables.put("MVN_CALLS", directory.resolve("mvn-calls").toString());
    }

    @Test
    void saysThatJavaIsMissing() throws Exception {
        assertThat(potstats("demo"))
                .isEqualTo(new Ended(
                        1,
                        "potstats: Java is missing. Install a JDK, 17 or newer (Debian and Ubuntu:"
                                + " apt install openjdk-17-jdk-headless maven), or set JAVA_HOME.\n"));
    }

    @Test
    void saysThatJavaHomeIsWrong() throws Exception {
        tool("java", JAVA_17);
        variables.put("JAVA_HOME", "/nowhere");

        assertThat(potstats("demo").output()).startsWith("potstats: JAVA_HOME is /nowhere, but there is no bin/java");
    }

    @Test
    void saysThatJavaIsTooOld() throws Exception {
        tool("java", "echo '    java.specification.version = 1.8' >&2");

        assertThat(potstats("demo").output()).contains("java is Java 1.8, which is too old. Install a JDK");
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        tool("java", JAVA_17);

        assertThat(potstats("demo"))
                .isEqualTo(new Ended(
                        1, "potstats: Maven is missing. Install it (Debian and Ubuntu: apt install maven).\n"));
    }

    @Test
    void saysThatTheCompilerIsMissing() throws Exception {
        tool("java", JAVA_17);
        tool("mvn", MAVEN);

        assertThat(potstats("demo").output()).contains("runtime without compiler");
    }

    @Test
    void buildsWhatIsMissingOrStaleAndNothingElse() throws Exception {
        makeTools();

        assertThat(potstats("up", "--once").output())
                .contains("Building potstats2")
                .endsWith("java up --once\n");
        assertThat(builds()).isEqualTo(1);

        assertThat(potstats("status", "--json")).isEqualTo(new Ended(0, "java status --json\n"));
        assertThat(builds()).isEqualTo(1);

        var source = Files.writeString(
                repository.resolve("standalone").resolve("src").resolve("main").resolve("X.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(10)));
        assertThat(potstats("demo").output()).contains("Building potstats2");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void buildsAgainWhenAPageHasChanged() throws Exception {
        makeTools();
        var page = Files.createDirectories(repository.resolve("frontend").resolve("src"))
                .resolve("Page.tsx");
        Files.writeString(page, "");
        potstats("demo");
        assertThat(potstats("demo").output()).doesNotContain("Building");

        Files.setLastModifiedTime(page, FileTime.from(Instant.now().plusSeconds(10)));

        assertThat(potstats("demo").output()).contains("Building potstats2");
    }

    @Test
    void saysThatThePagesAreLeftOutAndBuildsThemOnceNodeIsThere() throws Exception {
        makeTools();
        tool("mvn", "echo 'The pages are left out: no Node.js.'\n" + MAVEN);

        assertThat(potstats("demo").output()).contains("\nThe pages are left out: no Node.js.\n");
        assertThat(potstats("status", "--json").output()).isEqualTo("java status --json\n");

        tool("npm", "");
        tool("node", "echo v22.1.0");
        tool("mvn", MAVEN);
        assertThat(potstats("demo").output()).contains("Building").doesNotContain("left out");
        assertThat(potstats("status", "--json").output()).isEqualTo("java status --json\n");
    }

    @Test
    void showsWhyABuildFailed() throws Exception {
        makeTools();
        tool("mvn", "echo '[INFO] fine'; echo '[ERROR] X.java: no'; exit 1");

        var ended = potstats("demo");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output())
                .contains("[ERROR] X.java: no\npotstats: the build failed, see " + repository)
                .doesNotContain("fine");
    }

    @Test
    void buildsTheMeasurementsWithTheServicesAndOnlyWhenAskedFor() throws Exception {
        makeTools();
        tool("mvn", MAVEN.replace("standalone", "benchmark"));

        assertThat(potstats("benchmark", "--posts", "1000").output())
                .contains("Building potstats2")
                .endsWith("java --posts 1000\n");
        assertThat(directory.resolve("mvn-calls"))
                .content()
                .contains("-pl benchmark -am package", "-Dspring-boot.repackage.skip=false");
        assertThat(potstats("benchmark", "--list", "--json").output()).isEqualTo("java --list --json\n");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void knowsAllLettersWhereTheMachineKnowsAsciiAlone() throws Exception {
        makeTools();
        tool("java", JAVA_17.replace("java $", "$LC_ALL java $"));
        potstats("up");

        tool("locale", "echo ANSI_X3.4-1968");
        assertThat(potstats("status", "--json").output()).isEqualTo("C.UTF-8 java status --json\n");
        tool("locale", "echo ISO-8859-15");
        assertThat(potstats("status", "--json").output()).isEqualTo(" java status --json\n");
    }

    @Test
    void runsTheTestsWithoutBuildingTheCommand() throws Exception {
        makeTools();

        assertThat(potstats("test", "-pl", "settings").exitCode()).isZero();
        assertThat(directory.resolve("mvn-calls"))
                .hasContent("mvn -B -f " + repository + "/pom.xml verify -pl settings");
    }

    private void makeTools() throws IOException {
        tool("java", JAVA_17);
        tool("javac", "");
        tool("mvn", MAVEN);
    }

    private void tool(String name, String script) throws IOException {
        executable(name, "#!/usr/bin/env bash\n" + script);
    }

    private void executable(String name, String content) throws IOException {
        var file = Files.writeString(tools.resolve(name), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private long builds() throws IOException {
        try (var calls = Files.lines(directory.resolve("mvn-calls"))) {
            return calls.filter(call -> call.contains(" package ")).count();
        }
    }

    private Ended potstats(String... args) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of(repository.resolve("potstats").toString()), Stream.of(args))
                .toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(variables);
        var process = builder.start();
        try (var output = process.getInputStream()) {
            var text = new String(output.readAllBytes(), UTF_8);
            return new Ended(process.waitFor(), text);
        }
    }

    private static Path inPath(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(entry -> Path.of(entry, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    /**
     * How the script ended.
     *
     * @param exitCode what it returned
     * @param output what it printed
     */
    private record Ended(int exitCode, String output) {}
}
