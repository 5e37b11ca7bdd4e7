package potstats2.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;
import tools.jackson.module.blackbird.BlackbirdModule;

/**
 * Writes events as JSON and reads them back. Members that a reader does not know are ignored, so that newer writers and
 * older readers go together; absent members are left out, instants are ISO-8601. Thread-safe.
 *
 * <p>A record's value says only the event; what it is stands in the headers {@link Topic#TYPE_HEADER} and
 * {@link Topic#VERSION_HEADER}.
 */
public final class EventCodec {

    /** The format's version. It grows only when old readers could misread new records. */
    public static final String VERSION = "1";

    private static final Map<String, Class<? extends Event>> TYPES = types();
    private static final Map<Class<? extends Event>, String> NAMES =
            TYPES.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private final Map<String, ObjectReader> readers;
    private final ObjectWriter writer;

    public EventCodec() {
        var constraints = StreamReadConstraints.builder()
                .maxStringLength(Topic.MAX_RECORD_BYTES)
                .build();
        var mapper = JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .withCoercionConfig(LogicalType.Textual, EventCodec::takesNoScalars)
                .annotationIntrospector(new NullableMeansOptional())
                .addModule(new BlackbirdModule()) // records are made by generated code instead of reflection
                .addModule(new SimpleModule()
                        .addDeserializer(Instant.class, new InstantReader())
                        .addSerializer(Instant.class, new InstantWriter()))
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
        readers = TYPES.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, type -> mapper.readerFor(type.getValue())));
        writer = mapper.writer();
    }

    private static void takesNoScalars(MutableCoercionConfig texts) {
        texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    private static Map<String, Class<? extends Event>> types() {
        var types = new LinkedHashMap<String, Class<? extends Event>>();
        types.put("board", BoardObserved.class);
        types.put("thread", ThreadObserved.class);
        types.put("post", PostObserved.class);
        types.put("post-vanished", PostVanished.class);
        types.put("profile", ProfileObserved.class);
        types.put("checkpoint-board", Checkpoint.BoardRead.class);
        types.put("checkpoint-thread", Checkpoint.ThreadRead.class);
        types.put("checkpoint-page", Checkpoint.PageRead.class);
        types.put("checkpoint-profile", Checkpoint.ProfileRead.class);
        types.put("checkpoint-pause", Checkpoint.Pause.class);
        types.put("crawl-board", CrawlBoard.class);
        types.put("read-again", ReadAgain.class);
        types.put("progress", CrawlProgressed.class);
        types.put("changes", ForumChanged.class);
        types.put("refreshed", StatsRefreshed.class);
        return Map.copyOf(types);
    }

    /** The value of {@link Topic#TYPE_HEADER} for an event. */
    public String typeOf(Event event) {
        return nameOf(event.getClass());
    }

    private static String nameOf(Class<? extends Event> type) {
        return Objects.requireNonNull(NAMES.get(type), type::getName);
    }

    /** The headers that go with an event, in UTF-8. */
    public Map<String, byte[]> headersOf(Event event) {
        return Map.of(
                Topic.TYPE_HEADER, typeOf(event).getBytes(StandardCharsets.UTF_8),
                Topic.VERSION_HEADER, VERSION.getBytes(StandardCharsets.UTF_8));
    }

    /** Every value that {@link Topic#TYPE_HEADER} can have. */
    public static Set<String> typeNames() {
        return TYPES.keySet();
    }

    /** An event as UTF-8 JSON. */
    public byte[] encode(Event event) {
        return writer.writeValueAsBytes(event);
    }

    /**
     * Reads back what {@link #encode} wrote and somebody kept without its headers.
     *
     * @throws UnreadableEventException if the value is not such an event
     */
    public <T extends Event> T decode(Class<T> type, byte[] value) {
        var headers = Map.of(
                Topic.TYPE_HEADER, nameOf(type).getBytes(StandardCharsets.UTF_8),
                Topic.VERSION_HEADER, VERSION.getBytes(StandardCharsets.UTF_8));
        return type.cast(decode(headers::get, value));
    }

    /**
     * Reads a record's value.
     *
     * @param header a header's value by its name, or null where the record has no such header
     * @param value the record's value
     * @return the event, of the class that the type header names
     * @throws UnreadableEventException if the type is unknown, the version newer, or the value is not such an event
     */
    public Event decode(Function<String, byte @Nullable []> header, byte @Nullable [] value) {
        var type = text(header.apply(Topic.TYPE_HEADER));
        if (type == null) {
            throw new UnreadableEventException("no type header");
        }
        var reader = readers.get(type);
        if (reader == null) {
            throw new UnreadableEventException("unknown type: " + type);
        }
        var version = text(header.apply(Topic.VERSION_HEADER));
        if (!VERSION.equals(version)) {
            throw new UnreadableEventException(type + ": unknown version: " + version);
        }
        if (value == null) {
            throw new UnreadableEventException(type + ": no value");
        }
        var event = read(reader, type, value);
        if (event == null) {
            throw new UnreadableEventException(type + ": null");
        }
        return event;
    }

    private static @Nullable Event read(ObjectReader reader, String type, byte[] value) {
        try {
            return reader.readValue(value);
        } catch (RuntimeException e) {
            // Not Jackson's own alone: whatever its parsers of numbers and dates trip over, the value is to blame.
            throw new UnreadableEventException(type + ": " + reason(e), e);
        }
    }

    private static @Nullable String reason(RuntimeException failure) {
        if (failure.getCause() instanceof OutOfRangeException outOfRange) {
            return outOfRange.getMessage();
        }
        return failure instanceof JacksonException jackson ? jackson.getOriginalMessage() : failure.toString();
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
