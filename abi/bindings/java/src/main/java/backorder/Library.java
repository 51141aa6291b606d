package backorder;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The loaded library, once its version is known to fit. It is never unloaded. */
final class Library {
    private static final String DEFAULT = "libbackorder.so.1";
    private static final Map<String, Library> LOADED = new ConcurrentHashMap<>();

    private final String path;
    private final NativeLibrary library;
    private final Map<String, Function> functions = new ConcurrentHashMap<>();

    private Library(String path) {
        this.path = path;
        try {
            library = NativeLibrary.getInstance(path);
        } catch (UnsatisfiedLinkError error) {
            throw new LibraryException(path, "cannot be loaded: " + error.getMessage(), "");
        }
        requireVersion();
    }

    /** The library at that path, or if it is null of the environment's BACKORDER_LIBRARY, or as the system finds it. */
    static Library load(String path) {
        String chosen = path == null ? System.getenv().getOrDefault("BACKORDER_LIBRARY", DEFAULT) : path;
        return LOADED.computeIfAbsent(chosen, Library::new);
    }

    private void requireVersion() {
        try (Memory api = new Memory(Native.POINTER_SIZE)) {
            if (call("bo_get_api", Abi.MAJOR, Abi.MINOR, api) != Status.OK.value) {
                String found = text("bo_version");
                String needed = Abi.MAJOR + "." + Abi.MINOR + " or a later one of " + Abi.MAJOR + ".x";
                throw new LibraryException(path, "is version " + found + ", this package needs " + needed, found);
            }
        }
    }

    private Function function(String name) {
        return functions.computeIfAbsent(name, this::found);
    }

    private Function found(String name) {
        try {
            return library.getFunction(name);
        } catch (UnsatisfiedLinkError error) {
            throw new LibraryException(path, "is not libbackorder: it has no " + name, "");
        }
    }

    int call(String name, Object... parameters) {
        return function(name).invokeInt(parameters);
    }

    long size(String name, Object... parameters) {
        return function(name).invokeLong(parameters);
    }

    Pointer pointer(String name, Object... parameters) {
        return function(name).invokePointer(parameters);
    }

    void run(String name, Object... parameters) {
        function(name).invokeVoid(parameters);
    }

    /** What a function returns that returns a NUL-terminated text. */
    String text(String name, Object... parameters) {
        return pointer(name, parameters).getString(0, "UTF-8");
    }
}
