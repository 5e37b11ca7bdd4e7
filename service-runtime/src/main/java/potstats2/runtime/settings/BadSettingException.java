package potstats2.runtime.settings;

import java.util.Set;
import org.springframework.boot.context.properties.bind.BindException;

/** A setting cannot be used; the message names it, its value and where it comes from, in one line. */
public final class BadSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A value that Spring could not bind to its setting. */
    public static BadSettingException of(BindException failure) {
        return new BadSettingException(new BadValue(failure, Set.of(), Set.of()).inOneLine());
    }

    /** The message must be one line. */
    public BadSettingException(String message) {
        super(message);
    }
}
