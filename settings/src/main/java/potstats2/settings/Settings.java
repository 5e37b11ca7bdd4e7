package potstats2.settings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** The settings of a service as they will be used, read without starting it. */
public final class Settings {
    private final ConfigurableEnvironment environment;
    private final Binder binder;

    Settings(SettingSources sources) {
        this.environment = sources.environment();
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        ConfigurationPropertySources.attach(environment);
        this.binder = Binder.get(environment);
    }

    /**
     * Reads and checks the settings of a service.
     *
     * @param overrides win over every other source
     * @throws BadSettingException when one is unknown or cannot be used
     */
    public static Settings of(Service service, Map<String, Object> overrides) {
        var settings = new Settings(SettingSources.of(service, overrides));
        settings.check(service.settings());
        return settings;
    }

    /** Binds a record to its prefix. */
    public <T extends Record> T get(Class<T> type) {
        try {
            return binder.bindOrCreate(KnownSettings.prefix(type), Bindable.of(type));
        } catch (BindException e) {
            var known = new KnownSettings(List.of(type)).names();
            var sources = ConfigurationPropertySources.get(environment);
            throw new BadSettingException(new BadValue(e, known, sources).inOneLine());
        }
    }

    /** A setting of any name, as text. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(environment.getProperty(name));
    }

    void check(Collection<Class<? extends Record>> types) {
        var known = new KnownSettings(types);
        for (var source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> enumerable) {
                for (var name : enumerable.getPropertyNames()) {
                    known.complaint(name, enumerable).ifPresent(complaint -> {
                        throw new BadSettingException(complaint);
                    });
                }
            }
        }
        types.forEach(this::get);
        ServerSettings.overrides(this);
    }
}
