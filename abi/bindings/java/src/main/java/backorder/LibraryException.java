package backorder;

import java.util.List;
import java.util.Map;

/** The library cannot be loaded, or is of another version than this package needs. */
public final class LibraryException extends CallerException {
    LibraryException(String library, String why, String found) {
        super(Status.ABI_VERSION.value, library + ": " + why, Retry.NO, "",
            List.of(Map.of("library", library, "needed", Abi.MAJOR + "." + Abi.MINOR, "found", found)), null);
    }
}
