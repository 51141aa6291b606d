#pragma once
// What buyers want.

#include "seller.hpp"

#include <functional>
#include <string>
#include <vector>

namespace bench {

/// The lines of the next order of one thread.
using Baskets = std::function<const Lines&()>;
using MakeBaskets = std::function<Baskets(unsigned thread)>;

/// The same order of one unit over and over.
MakeBaskets one_unit_of(const std::string& variant);

/// Three variants, any of them; the list must be sorted and outlive the baskets.
MakeBaskets three_of(const std::vector<std::string>& variants);

/// Whole baskets: a file's, in its order, or made up.
struct Shopping {
    std::vector<Lines> baskets;
    std::vector<std::string> variants;  ///< in all of them, sorted
    std::string source;                 ///< a sentence for the report
};

/// Columns basket,stock_code; gzip or not. Of a basket that names a variant twice it counts once.
Shopping read_baskets(const std::string& file);

/// Some 20 lines a basket, few variants much more wanted than the others.
Shopping made_up_baskets();

/// Through all of them, each thread from another place on. They must outlive what is made.
MakeBaskets through(const Shopping& shopping);

}  // namespace bench
