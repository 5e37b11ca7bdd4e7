package potstats2.runtime.launch;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/**
 * What every service is made of: its web server, how it is watched and traced, Kafka. Spring Boot's auto-configurations are
 * named one by one, here in {@code META-INF/spring}, and not found on the class path: what one service brings along cannot
 * change another that shares the process.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootConfiguration
@ComponentScan
@ImportAutoConfiguration
public @interface ServiceApplication {}
