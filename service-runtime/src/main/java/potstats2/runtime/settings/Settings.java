package potstats2.runtime.settings;

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
import org.springframework.core.env.MapPropertySource;

/** The settings of a service as they will be used, read without starting it. */
public final class Settings {
    private final SettingSources sources;
    private final ConfigurableEnvironment environment;
    private final Binder binder;
    private final Map<String, Object> defaults;
    private final Optional<String> warning;

    Settings(SettingSources sources) {
        this.sources = sources;
        this.environment = sources.environment();
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        ConfigurationPropertySources.attach(environment);
        this.warning = TimeZones.warning(environment, MachineDefaults.zone());
        this.defaults = Map.of(TimeZones.SETTING, TimeZones.byDefault(environment, MachineDefaults.zone()));
        environment.getPropertySources().addLast(new MapPropertySource("defaults", defaults));
        this.binder = Binder.get(environment);
    }

    /**
     * Reads and checks the settings of a service.
     *
     * @param service its name, which is that of its configuration
     * @param types the records that its settings are bound to, each annotated with the prefix
     * @param overrides win over every other source
     * @param args of the command line
     * @throws BadSettingException when one is unknown or cannot be used
     */
    public static Settings of(
            String service, Collection<Class<? extends Record>> types, Map<String, Object> overrides, String... args) {
        var settings = new Settings(SettingSources.of(service, overrides, args));
        settings.check(types);
        return settings;
    }

    /** Where a Spring application finds the same settings; a new one at each call, for Spring changes what it is given. */
    public ConfigurableEnvironment forSpring() {
        return sources.overriddenBy(ServerSettings.overrides(this)).environment();
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

    /** What follows from other settings, for whoever reads the same sources again. */
    public Map<String, Object> defaults() {
        return defaults;
    }

    /** What the user should know about a setting that was not made. */
    public Optional<String> warning() {
        return warning;
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
