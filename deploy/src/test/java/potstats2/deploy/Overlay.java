package potstats2.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The objects of one way to run the system on Kubernetes. */
enum Overlay {
    LOCAL,
    PRODUCTION;

    private static final Logger log = LoggerFactory.getLogger(Overlay.class);
    private static final Tool KUBECTL = new Tool("kubectl", "kustomize");
    private static final String DIRECTORY = "deploy/kubernetes/";

    /** Whether the overlay can be rendered here; else its objects are those of the base, and its own files. */
    static boolean isRendered() {
        return KUBECTL.isThere();
    }

    List<Manifest> objects() {
        var directory = DIRECTORY + "overlays/" + name().toLowerCase(Locale.ROOT);
        if (isRendered()) {
            return Manifest.parse(KUBECTL.run(directory));
        }
        log.warn("kubectl is not installed: the files of {} are checked as they are", directory);
        var objects = new ArrayList<Manifest>();
        for (var file : Repository.files(DIRECTORY + "base", ".yaml")) {
            try {
                objects.addAll(Manifest.parse(Files.readString(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return objects.stream()
                .filter(object -> !object.kind().equals("Kustomization"))
                .toList();
    }
}
