package potstats2.api;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import potstats2.settings.SharedSettings;

/** The service's context. */
@SpringBootApplication
@EnableConfigurationProperties({ApiSettings.class, SharedSettings.class})
class StatsApiApplication {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
