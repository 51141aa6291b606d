package backorder;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Native memory for the time of a call. What cannot be put there is refused with the library's own statuses. */
final class Arena implements AutoCloseable {
    private static final long BLOCK = 1 << 16;

    private final List<Memory> blocks = new ArrayList<>();
    private long used;

    /** How a request is put into the memory of its struct. */
    interface Put<Item> {
        void put(Arena arena, Pointer at, Item item);
    }

    /** Zeroed memory of that size. */
    Pointer memory(long size) {
        long rounded = Math.max(8, (size + 7) / 8 * 8);
        if (blocks.isEmpty() || used + rounded > last().size()) {
            blocks.add(new Memory(Math.max(BLOCK, rounded)));
            last().clear();
            used = 0;
        }
        Pointer memory = last().share(used);
        used += rounded;
        return memory;
    }

    private Memory last() {
        return blocks.get(blocks.size() - 1);
    }

    static <Value> Value given(String name, Value value) {
        if (value == null) {
            throw BackorderException.refusal(Status.ARGUMENT, name + " is null", Map.of("field", name));
        }
        return value;
    }

    static ByteBuffer encoded(String name, String text) {
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(given(name, text)));
        } catch (CharacterCodingException error) {
            throw BackorderException.refusal(Status.TEXT, name + " cannot be written as UTF-8", Map.of("field", name));
        }
    }

    /** A pointer and after it a length. */
    private void sized(Pointer struct, long at, Pointer pointer, long length) {
        struct.setPointer(at, pointer);
        struct.setLong(at + Native.POINTER_SIZE, length);
    }

    void text(Pointer struct, long at, String name, String text) {
        ByteBuffer bytes = encoded(name, text);
        Pointer memory = memory(bytes.remaining());
        memory.write(0, bytes.array(), 0, bytes.remaining());
        sized(struct, at, memory, bytes.remaining());
    }

    /** Pointers, lengths and their count. */
    void texts(Pointer struct, long at, String name, List<String> texts) {
        int count = given(name, texts).size();
        Pointer pointers = memory((long) count * Native.POINTER_SIZE);
        Pointer lengths = memory((long) count * Native.SIZE_T_SIZE);
        Iterator<String> each = texts.iterator();
        for (int i = 0; i < count; i++) {
            Pointer one = memory(16);
            text(one, 0, name, each.next());
            pointers.setPointer(8L * i, one.getPointer(0));
            lengths.setLong(8L * i, one.getLong(8));
        }
        struct.setPointer(at, pointers);
        sized(struct, at + 8, lengths, count);
    }

    <Item> void list(Pointer struct, long at, String name, List<Item> items, int size, Put<Item> put) {
        sized(struct, at, all(name, items, size, put), items.size());
    }

    /** An array of structs, one for each item. */
    <Item> Pointer all(String name, List<Item> items, int size, Put<Item> put) {
        Pointer first = memory((long) given(name, items).size() * size);
        long at = 0;
        for (Item item : items) {
            Pointer struct = first.share(at);
            struct.setInt(0, size);
            put.put(this, struct, given("one of " + name, item));
            at += size;
        }
        return first;
    }

    @Override
    public void close() {
        blocks.forEach(Memory::close);
    }
}
