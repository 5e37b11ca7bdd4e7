package potstats2.standalone.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import potstats2.runtime.settings.HttpAddress;

/** Reads an address as the configuration file does. */
final class HttpAddressConverter implements ITypeConverter<HttpAddress> {

    @Override
    public HttpAddress convert(String value) {
        try {
            return HttpAddress.of(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(
                    "'" + value + "' is not an address such as http://host/path/: " + e.getMessage());
        }
    }
}
