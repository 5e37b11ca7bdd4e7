package potstats2.runtime.launch;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** A module that is a service, named in its own {@code META-INF/services}: what starts all of them needs no list. */
public interface ServiceModule {

    /** How it is started. */
    Service service();

    /** Every service on the class path, by name. */
    static List<Service> all() {
        return ServiceLoader.load(ServiceModule.class).stream()
                .map(module -> module.get().service())
                .sorted(Comparator.comparing(Service::name))
                .toList();
    }
}
