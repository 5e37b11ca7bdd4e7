package potstats2.api.openapi;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/**
 * Reads from the records that answers are made of which JSON comes of them: members by the names they have there, those
 * that may be missing and those that may be null.
 */
final class AnswerSchemas {
    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, Schema<?>> schemas = new TreeMap<>();
    private final Map<String, ResolvableType> types = new HashMap<>();

    /** Of all types that were asked for, and all that these need, by name. */
    Map<String, Schema<?>> named() {
        return schemas;
    }

    Schema<?> of(ResolvableType type) {
        Class<?> raw = type.resolve(Object.class);
        var plain = plain(raw);
        if (plain != null) {
            return plain;
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return ofType("array").items(of(type.as(Collection.class).getGeneric(0)));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return ofType("object").additionalProperties(of(type.as(Map.class).getGeneric(1)));
        }
        if (raw.isRecord()) {
            return reference(type, raw);
        }
        throw new IllegalArgumentException("No schema for " + type);
    }

    private static @Nullable Schema<?> plain(Class<?> type) {
        if (type == long.class || type == Long.class) {
            return ofType("integer").format("int64");
        }
        if (type == int.class || type == Integer.class) {
            return ofType("integer").format("int32");
        }
        if (type == double.class || type == Double.class) {
            return ofType("number").format("double");
        }
        if (type == boolean.class || type == Boolean.class) {
            return ofType("boolean");
        }
        if (type == String.class || type == LocalDateTime.class) {
            return ofType("string");
        }
        if (type == Instant.class || type == OffsetDateTime.class) {
            return ofType("string").format("date-time");
        }
        if (type == LocalDate.class) {
            return ofType("string").format("date");
        }
        return type.isEnum() ? words(type) : null;
    }

    private static Schema<?> words(Class<?> type) {
        var schema = ofType("string");
        Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                .forEach(schema::addEnumItemObject);
        return schema;
    }

    private Schema<?> reference(ResolvableType type, Class<?> record) {
        var name = name(type);
        var known = types.putIfAbsent(name, type);
        if (known == null) {
            schemas.put(name, object(type, record));
        } else if (!known.toString().equals(type.toString())) {
            throw new IllegalStateException(known + " and " + type + " are both called " + name);
        }
        return new JsonSchema().$ref(REFERENCE + name);
    }

    /** {@code Rows<Board>} are {@code BoardRows}. */
    private static String name(ResolvableType type) {
        return Arrays.stream(type.getGenerics()).map(AnswerSchemas::name).collect(Collectors.joining())
                + type.resolve(Object.class).getSimpleName();
    }

    private Schema<?> object(ResolvableType type, Class<?> record) {
        var schema = ofType("object");
        schema.setAdditionalProperties(false);
        addMembers(schema, type, record);
        return schema;
    }

    private void addMembers(JsonSchema schema, ResolvableType type, Class<?> record) {
        for (var component : record.getRecordComponents()) {
            var memberType = ResolvableType.forType(component.getGenericType(), type);
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                addMembers(schema, memberType, memberType.resolve(Object.class));
            } else if (component.getAccessor().isAnnotationPresent(JsonAnyGetter.class)) {
                schema.setAdditionalProperties(of(memberType).getAdditionalProperties());
            } else {
                addMember(schema, record, component, of(memberType));
            }
        }
    }

    private static void addMember(JsonSchema schema, Class<?> record, RecordComponent component, Schema<?> member) {
        var name = memberName(component);
        if (isLeftOut(record, component)) {
            schema.addProperty(name, member);
        } else {
            schema.addProperty(name, isNullable(component) ? orNull(member) : member);
            schema.addRequiredItem(name);
        }
    }

    private static String memberName(RecordComponent component) {
        var property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null || property.value().isEmpty() ? component.getName() : property.value();
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isLeftOut(Class<?> record, RecordComponent component) {
        var own = component.getAccessor().getAnnotation(JsonInclude.class);
        var inclusion = own == null ? record.getAnnotation(JsonInclude.class) : own;
        return isNullable(component) && inclusion != null && inclusion.value() == JsonInclude.Include.NON_NULL;
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() == null) {
            schema.getTypes().add("null");
            if (schema.getEnum() != null) {
                schema.addEnumItemObject(null);
            }
            return schema;
        }
        return new JsonSchema().addAnyOfItem(schema).addAnyOfItem(ofType("null"));
    }

    static JsonSchema ofType(String type) {
        var schema = new JsonSchema();
        schema.setTypes(new LinkedHashSet<>(Set.of(type)));
        return schema;
    }
}
