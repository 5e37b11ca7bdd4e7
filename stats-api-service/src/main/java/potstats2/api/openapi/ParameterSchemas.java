package potstats2.api.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import potstats2.api.request.Parameter;

/** What a parameter takes. */
final class ParameterSchemas {
    private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(9_999);

    private ParameterSchemas() {}

    static Schema<?> of(Parameter<?> parameter) {
        if (parameter instanceof Parameter.Year) {
            return AnswerSchemas.ofType("integer").minimum(BigDecimal.ONE).maximum(LAST_YEAR);
        }
        if (parameter instanceof Parameter.WholeNumber number) {
            var schema = AnswerSchemas.ofType("integer").format("int64").minimum(BigDecimal.valueOf(number.min()));
            return number.max() == Long.MAX_VALUE ? schema : schema.maximum(BigDecimal.valueOf(number.max()));
        }
        if (parameter instanceof Parameter.Text text) {
            return AnswerSchemas.ofType("string").minLength(1).maxLength(text.maxLength());
        }
        if (parameter instanceof Parameter.Day) {
            return AnswerSchemas.ofType("string").format("date");
        }
        if (parameter instanceof Parameter.Month) {
            return AnswerSchemas.ofType("string").pattern(Parameter.Month.FORMAT.pattern());
        }
        if (parameter instanceof Parameter.Choice<?> choice) {
            var schema = AnswerSchemas.ofType("string");
            choice.values().keySet().forEach(schema::addEnumItemObject);
            return schema;
        }
        return AnswerSchemas.ofType("boolean");
    }
}
