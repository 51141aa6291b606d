#pragma once
// Arguments as a careless or hostile host would make them, from the fuzzer's bytes. All pointers are good: behind each
// lies exactly as much memory as the host claims, so that AddressSanitizer sees every byte read beyond.

#include <backorder/backorder.h>

#include <fuzzer/FuzzedDataProvider.h>

#include <algorithm>
#include <cstring>
#include <list>
#include <vector>

namespace fuzz {

struct Text {
    const char* bytes;
    size_t length;
};

template <class Struct>
struct Array {
    const Struct* items;
    size_t count;
};

struct Texts {
    const char* const* bytes;
    const size_t* lengths;
    size_t count;
};

class Hostile {
public:
    Hostile(const uint8_t* data, size_t size) : bytes_(data, size) {}

    bool rarely() { return below(16) == 0; }
    uint32_t below(uint32_t end) { return bytes_.ConsumeIntegralInRange<uint32_t>(0, end - 1); }

    /// 1 to most, seldom another value.
    uint32_t one_of(uint32_t most) { return rarely() ? bytes_.ConsumeIntegral<uint32_t>() : 1 + below(most); }
    /// Some of the bits, seldom others.
    uint32_t flags(uint32_t known) { return bytes_.ConsumeIntegral<uint32_t>() & (rarely() ? ~0U : known); }
    /// 0, seldom something.
    uint32_t zero() { return rarely() ? bytes_.ConsumeIntegral<uint32_t>() : 0; }
    int64_t number();

    Text text();
    Text optional_text() { return below(3) == 0 ? text() : Text{nullptr, 0}; }
    Texts texts();

    /// NULL seldom; else the struct, in memory of the size it claims.
    template <class Struct>
    const Struct* one(Struct made) {
        if (rarely()) return nullptr;
        const uint32_t claimed = claimed_size(sizeof made);
        char* at = memory(extent(claimed));
        place(made, claimed, at);
        return reinterpret_cast<const Struct*>(at);
    }

    /// Up to three, one after the other as the first one's size claims; seldom more are claimed than the library takes.
    template <class Make>
    auto array(Make make) -> Array<decltype(make())> {
        using Struct = decltype(make());
        const size_t count = below(4);
        const uint32_t claimed = claimed_size(sizeof(Struct));
        char* at = memory(count * extent(claimed));
        for (size_t i = 0; i < count; ++i)
            place(make(), i > 0 && rarely() ? claimed_size(sizeof(Struct)) : claimed, at + i * extent(claimed),
                  extent(claimed));
        if (count > 0 && rarely()) return {reinterpret_cast<const Struct*>(at), below(2) == 0 ? SIZE_MAX : 10'001};
        return {rarely() ? nullptr : reinterpret_cast<const Struct*>(at), count};
    }

private:
    static constexpr uint32_t largest_struct = 4096;
    static constexpr uint32_t smallest_struct = 8;

    /// Sizes beyond the largest are refused by the number alone.
    static size_t extent(uint32_t claimed) { return std::clamp(claimed, smallest_struct, largest_struct); }

    uint32_t claimed_size(size_t right);

    /// As much of it as there is room for, and behind it zeros or, seldom, something.
    template <class Struct>
    void place(Struct made, uint32_t claimed, char* at, size_t room) {
        made.struct_size = claimed;
        std::memcpy(at, &made, std::min(sizeof made, room));
        if (room > sizeof made) std::memset(at + sizeof made, rarely() ? 1 : 0, room - sizeof made);
    }
    template <class Struct>
    void place(const Struct& made, uint32_t claimed, char* at) {
        place(made, claimed, at, extent(claimed));
    }

    char* memory(size_t size) { return kept_.emplace_back(size).data(); }

    FuzzedDataProvider bytes_;
    std::list<std::vector<char>> kept_;
    std::list<std::vector<const char*>> kept_pointers_;
    std::list<std::vector<size_t>> kept_lengths_;
};

}  // namespace fuzz
