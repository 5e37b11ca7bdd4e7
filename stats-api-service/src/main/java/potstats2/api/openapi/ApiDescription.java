package potstats2.api.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Collection;
import java.util.List;
import org.springframework.core.ResolvableType;
import potstats2.api.request.Arguments;
import potstats2.api.stream.StreamEvents;
import potstats2.api.web.Api;
import potstats2.api.web.ApiIndex;
import reactor.core.publisher.Mono;

/** The paths of a document about the API, made of the APIs themselves. */
final class ApiDescription {
    private static final String JSON = "application/json";
    private static final String CSV = "csv";
    private static final String ERROR = "Error";
    private static final Parameter NO_CACHE =
            parameter("nocache", "The answer is computed whatever the cache has", AnswerSchemas.ofType("boolean"));

    private final Collection<Api> apis;
    private final ApiTexts texts;
    private final AnswerSchemas schemas = new AnswerSchemas();

    ApiDescription(Collection<Api> apis, ApiTexts texts) {
        this.apis = List.copyOf(apis);
        this.texts = texts;
    }

    void addTo(OpenAPI document) {
        document.path("/api/", new PathItem().get(index()));
        apis.forEach(api -> document.path("/api/" + api.name(), new PathItem().get(operation(api))));
        document.path("/api/stream", new PathItem().get(stream()));
        if (document.getComponents() == null) {
            document.setComponents(new Components());
        }
        schemas.named().forEach(document.getComponents()::addSchemas);
        document.getComponents().addSchemas(ERROR, errorSchema());
    }

    private static Schema<?> errorSchema() {
        var schema = AnswerSchemas.ofType("object");
        schema.addProperty("error", AnswerSchemas.ofType("string"));
        schema.setRequired(List.of("error"));
        schema.setAdditionalProperties(false);
        return schema;
    }

    private Operation index() {
        return new Operation()
                .operationId("index")
                .summary("Where every API is")
                .responses(new ApiResponses()
                        .addApiResponse(
                                "200",
                                answer(new MediaType().schema(schemas.of(ResolvableType.forClass(ApiIndex.class))))));
    }

    private Operation operation(Api api) {
        var operation = new Operation().operationId(api.name()).summary(texts.summary(api.name()));
        api.parameters()
                .forEach(parameter -> operation.addParametersItem(
                        parameter(parameter.name(), parameter.description(), ParameterSchemas.of(parameter))
                                .required(api.requires(parameter))));
        operation.addParametersItem(NO_CACHE);
        var json = new MediaType().schema(schemas.of(answerType(api)));
        texts.example(api.name()).ifPresent(example -> json.addExamples("example", new Example().value(example)));
        var answer = answer(json);
        if (api.parameters().stream().anyMatch(parameter -> parameter.name().equals(CSV))) {
            answer.getContent().addMediaType("text/csv", new MediaType().schema(AnswerSchemas.ofType("string")));
        }
        return operation.responses(new ApiResponses()
                .addApiResponse("200", answer)
                .addApiResponse("304", new ApiResponse().description("The client has the answer already"))
                .addApiResponse("400", error("An argument is missing or cannot be read"))
                .addApiResponse("429", retryLater("Too many requests from this address"))
                .addApiResponse("503", retryLater("The database is away")));
    }

    private Operation stream() {
        StreamEvents.types().forEach(type -> schemas.of(ResolvableType.forClass(type)));
        return new Operation()
                .operationId("stream")
                .summary(texts.summary("stream"))
                .addParametersItem(new Parameter()
                        .in("header")
                        .name("Last-Event-ID")
                        .description("The id of the last event that the client has; what came since then is sent first")
                        .schema(AnswerSchemas.ofType("string")))
                .addParametersItem(
                        parameter("last_event_id", "The same as a parameter", AnswerSchemas.ofType("string")))
                .responses(new ApiResponses()
                        .addApiResponse(
                                "200",
                                new ApiResponse()
                                        .description("Events without end")
                                        .content(new Content()
                                                .addMediaType(
                                                        "text/event-stream",
                                                        new MediaType().schema(AnswerSchemas.ofType("string")))))
                        .addApiResponse("503", retryLater("Too many clients listen")));
    }

    private static ResolvableType answerType(Api api) {
        try {
            var method = api.getClass().getDeclaredMethod("answer", Arguments.class);
            var type = ResolvableType.forMethodReturnType(method).as(Mono.class).getGeneric(0);
            return type.resolve() == null ? ResolvableType.forClass(api.answerType()) : type;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ApiResponse answer(MediaType json) {
        return new ApiResponse()
                .description("The answer")
                .addHeaderObject("ETag", header("A hash of the answer"))
                .addHeaderObject("Cache-Control", header("How long it may be used without asking again"))
                .content(new Content().addMediaType(JSON, json));
    }

    private static ApiResponse retryLater(String description) {
        return error(description).addHeaderObject("Retry-After", header("Seconds until it is worth trying again"));
    }

    private static ApiResponse error(String description) {
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                JSON, new MediaType().schema(new JsonSchema().$ref("#/components/schemas/" + ERROR))));
    }

    private static Header header(String description) {
        return new Header().description(description).schema(AnswerSchemas.ofType("string"));
    }

    private static Parameter parameter(String name, String description, Schema<?> schema) {
        return new Parameter().in("query").name(name).description(description).schema(schema);
    }
}
