package potstats2.api.imprint;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import potstats2.api.request.Arguments;
import potstats2.api.request.Parameter;
import potstats2.api.web.Api;
import reactor.core.publisher.Mono;

/** Who runs this. */
@Component
@EnableConfigurationProperties(ImprintSettings.class)
class ImprintApi implements Api {
    private final Imprint imprint;

    ImprintApi(ImprintSettings settings) {
        imprint = new Imprint(settings.name(), settings.contactInfo());
    }

    @Override
    public String name() {
        return "imprint";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of();
    }

    @Override
    public Mono<Imprint> answer(Arguments arguments) {
        return Mono.just(imprint);
    }
}
