package potstats2.deploy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what the models took without knowing it: they keep such fields instead of refusing them. */
final class UnknownFields {
    private final List<String> found = new ArrayList<>();

    private UnknownFields() {}

    /** The paths of all fields that a model of fabric8 or Strimzi does not have. */
    static List<String> of(Object model) {
        var search = new UnknownFields();
        search.visit("", model);
        return search.found;
    }

    private void visit(String path, @Nullable Object value) {
        if (value instanceof Iterable<?> elements) {
            int index = 0;
            for (var element : elements) {
                visit(path + "[" + index++ + "]", element);
            }
        } else if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, entry) -> visit(path + "." + key, entry));
        } else if (value != null && isModel(value.getClass())) {
            for (var method : value.getClass().getMethods()) {
                visitProperty(path, value, method);
            }
        }
    }

    private static boolean isModel(Class<?> type) {
        return !type.isEnum()
                && (type.getName().startsWith("io.fabric8.kubernetes.api.model")
                        || type.getName().startsWith("io.strimzi.api.kafka.model"));
    }

    private void visitProperty(String path, Object model, Method method) {
        var name = method.getName();
        if (method.getParameterCount() != 0
                || Modifier.isStatic(method.getModifiers())
                || !name.startsWith("get")
                || name.equals("getClass")) {
            return;
        }
        var property = call(model, method);
        if (name.equals("getAdditionalProperties") || method.isAnnotationPresent(JsonAnyGetter.class)) {
            if (property instanceof Map<?, ?> unknown) {
                unknown.keySet().forEach(key -> found.add(path + "." + key));
            }
        } else {
            visit(path + "." + name.substring(3), property);
        }
    }

    private static @Nullable Object call(Object model, Method method) {
        try {
            return method.invoke(model);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(method.toString(), e);
        }
    }
}
