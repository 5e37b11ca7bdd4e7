package potstats2.testsupport;

import java.util.List;

/** A machine on which little is as usual, for processes that must do on it what they do everywhere. */
public enum ForeignMachine {
    /** {@code I} has another small letter, numbers other digits, years another beginning, and hours begin at a quarter. */
    TURKISH(
            "-Duser.language=tr -Duser.country=TR -Duser.extensions=u-ca-buddhist-nu-arab -Duser.timezone=Asia/Kathmandu"
                    + " -Dfile.encoding=ISO-8859-1"),

    /** Other digits, a time zone that PostgreSQL does not know, and no letters but those of ASCII. */
    PERSIAN("-Duser.language=fa -Duser.country=IR -Duser.timezone=ECT -Dfile.encoding=US-ASCII");

    private final String javaOptions;

    ForeignMachine(String javaOptions) {
        this.javaOptions = javaOptions;
    }

    /** For the command line of Java. */
    public List<String> javaOptions() {
        return List.of(javaOptions.split(" ", -1));
    }
}
