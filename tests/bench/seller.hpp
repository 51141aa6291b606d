#pragma once
// Whoever takes orders: the library, or a floor written by hand.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace bench {

struct Line {
    std::string line;
    std::string variant;
    std::int64_t quantity = 1;
};

/// No variant twice, in the order of the variants.
using Lines = std::vector<Line>;

/// One caller. Whatever is not simply done is an exception.
class Seller {
public:
    virtual ~Seller() = default;
    virtual void place(const std::string& order, const Lines& lines) = 0;
    virtual void cancel(const std::string& key, const std::string& order, const Lines& lines) = 0;
    virtual void fulfill(const std::string& key, const std::string& order, const Lines& lines) = 0;
    virtual void receive(const std::string& key, const Line& goods) = 0;
};

using Sellers = std::unique_ptr<Seller>;

inline constexpr const char* warehouse = "main";
inline constexpr const char* seller = "acme";

/// Texts of one length that no one else of this run makes: ids of orders and idempotency keys.
class Ids {
public:
    Ids();
    /// Of a process that was forked: the numbers are dealt out before.
    explicit Ids(unsigned maker) : maker_(maker) {}

    /// The first of that many numbers.
    static unsigned next_makers(unsigned count = 1);
    const std::string& next();

private:
    unsigned maker_;
    std::uint64_t made_ = 0;
    std::string text_;
};

}  // namespace bench
