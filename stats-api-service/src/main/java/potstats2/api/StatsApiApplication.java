package potstats2.api;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import potstats2.runtime.database.ReactiveDatabase;
import potstats2.runtime.launch.ServiceApplication;
import potstats2.runtime.settings.SharedSettings;

/** The service's context. */
@ServiceApplication
@ReactiveDatabase
@EnableConfigurationProperties({ApiSettings.class, SharedSettings.class})
class StatsApiApplication {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
