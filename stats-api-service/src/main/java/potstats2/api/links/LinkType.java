package potstats2.api.links;

import java.util.Locale;
import potstats2.api.request.Arguments;
import potstats2.api.request.Parameter;

/** How a post leads to a URL. */
enum LinkType {
    LINK,
    IMAGE,
    VIDEO;

    static final Parameter<LinkType> PARAMETER =
            Parameter.Choice.of("type", "Only links of this type; absent: all types", LinkType.class);

    /** The type asked for, or all, as the rollups have it. */
    static String orAll(Arguments arguments) {
        var type = arguments.find(PARAMETER);
        return type == null ? "all" : type.name().toLowerCase(Locale.ROOT);
    }
}
