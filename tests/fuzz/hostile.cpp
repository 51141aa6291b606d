#include "hostile.hpp"

#include <string>
#include <string_view>

namespace fuzz {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view texts_of_interest[] = {"v"sv,
                                                  "w"sv,
                                                  "x"sv,
                                                  "a"sv,
                                                  "b"sv,
                                                  "c"sv,
                                                  "p"sv,
                                                  "q"sv,
                                                  "s"sv,
                                                  "t"sv,
                                                  "o"sv,
                                                  "o2"sv,
                                                  "1"sv,
                                                  "2"sv,
                                                  "m"sv,
                                                  "k"sv,
                                                  "f"sv,
                                                  ""sv,
                                                  "\0"sv,
                                                  "v\0w"sv,
                                                  "\xff"sv,
                                                  "\xc0\xaf"sv,
                                                  "\xed\xa0\x80"sv,
                                                  "\xf4\x90\x80\x80"sv,
                                                  "%s%n"sv,
                                                  "'; --"sv,
                                                  "\xe2\x82\xac"sv};

constexpr int64_t numbers_of_interest[] = {
    0, 1, -1, 2, 3, 10, 10'000, 10'001, 3'600'000, 3'600'001, INT64_MAX, INT64_MAX - 1, INT64_MIN};

}  // namespace

int64_t Hostile::number() {
    if (rarely()) return bytes_.ConsumeIntegral<int64_t>();
    return numbers_of_interest[below(std::size(numbers_of_interest))];
}

Text Hostile::text() {
    std::string bytes(texts_of_interest[below(std::size(texts_of_interest))]);
    if (rarely()) bytes = below(2) == 0 ? std::string(128 + below(2), 'i') : bytes_.ConsumeRandomLengthString(140);
    if (rarely()) return {nullptr, bytes.size()};
    const bool terminated = below(2) == 0;
    char* at = memory(bytes.size() + (terminated ? 1 : 0));
    std::copy(bytes.begin(), bytes.end(), at);
    return {at, terminated ? BO_NTS : bytes.size()};
}

Texts Hostile::texts() {
    auto& pointers = kept_pointers_.emplace_back();
    auto& lengths = kept_lengths_.emplace_back();
    for (size_t count = below(4); count > 0; --count) {
        const Text made = text();
        pointers.push_back(made.bytes);
        lengths.push_back(made.length);
    }
    const bool all_terminated =
        std::all_of(lengths.begin(), lengths.end(), [](size_t length) { return length == BO_NTS; });
    const size_t claimed = !pointers.empty() && rarely() ? SIZE_MAX : pointers.size();
    return {rarely() ? nullptr : pointers.data(), all_terminated && below(2) == 0 ? nullptr : lengths.data(), claimed};
}

uint32_t Hostile::claimed_size(size_t right) {
    const auto size = static_cast<uint32_t>(right);
    if (!rarely()) return size;
    const uint32_t sizes[] = {0,
                              4,
                              7,
                              8,
                              size - 8,
                              size - 4,
                              size + 1,
                              size + 8,
                              largest_struct,
                              largest_struct + 8,
                              UINT32_MAX,
                              bytes_.ConsumeIntegral<uint16_t>()};
    return sizes[below(std::size(sizes))];
}

}  // namespace fuzz
