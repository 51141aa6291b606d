package backorder;

import com.sun.jna.Pointer;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.Map;

/** Cancels every call that carries it, now or later, from any thread. It is freed when nothing holds it any more. */
public final class Token {
    private static final Cleaner CLEANER = Cleaner.create();

    private final Library library = Library.load(null);
    final Pointer pointer = library.pointer("bo_token_new");

    public Token() {
        if (pointer == null) {
            throw BackorderException.refusal(Status.OUT_OF_MEMORY, "no memory for a token", Map.of());
        }
        Library from = library;
        Pointer token = pointer;
        CLEANER.register(this, () -> from.run("bo_token_free", token));
    }

    public void cancel() {
        library.run("bo_token_cancel", pointer);
        Reference.reachabilityFence(this);
    }
}
