package potstats2.api.web;

import java.util.List;
import potstats2.api.request.Arguments;
import potstats2.api.request.Parameter;
import reactor.core.publisher.Mono;

/** One question that clients can ask: what it takes and what it answers. Every bean of this type is served. */
public interface Api {

    /** The last part of its path, {@code /api/<name>}. */
    String name();

    /** The parameters it takes; others are ignored. */
    List<Parameter<?>> parameters();

    /** Whether there is no answer without that parameter. */
    default boolean requires(Parameter<?> parameter) {
        return false;
    }

    /** What is answered, for those whose method does not say it. */
    default Class<?> answerType() {
        return Object.class;
    }

    /** Whether the answer stays the same until its {@link #scope} is refreshed. */
    default boolean isCacheable() {
        return true;
    }

    /** What the answer depends on. */
    default Scope scope(Arguments arguments) {
        return Scope.of(arguments.period(), arguments.boardOrAll());
    }

    /**
     * The answer, a {@link CsvFile} or an object that stands for the JSON.
     *
     * @throws potstats2.api.request.RequestRefusedException if the arguments do not go together
     */
    Mono<?> answer(Arguments arguments);
}
