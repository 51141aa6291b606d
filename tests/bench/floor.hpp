#pragma once
// The best a careful host would write by hand with bare libpq, in the library's own tables and with as many bytes.

#include "seller.hpp"
#include "sizes.hpp"

namespace bench {

/// Where a floor sells.
struct Counter {
    std::string database, marketplace;
    RowSizes sizes;
};

/// Each change is one prepared statement with a guarded UPDATE, committed by itself. For rates.
Sellers guarded_floor(const Counter& counter);

/// BEGIN, SELECT ... FOR UPDATE, one statement that writes, COMMIT, all prepared; orders of one line only. For latency.
Sellers locked_floor(const Counter& counter);

}  // namespace bench
