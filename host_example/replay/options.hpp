#pragma once
// The command line.

#include <cstdint>
#include <optional>
#include <string>

namespace replay {

struct Options {
    std::string library;
    std::string database;
    std::string file;
    std::int64_t opening_stock = 20;  ///< units of each code at each warehouse
    std::int64_t threshold = 10;      ///< likewise
    bool restock = true;              ///< each night
};

extern const char* const usage;

/// Nothing if the arguments are not understood; `problem` then says why.
std::optional<Options> read_options(int argc, char** argv, std::string& problem);

}  // namespace replay
