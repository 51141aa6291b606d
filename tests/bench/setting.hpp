#pragma once
// What was asked for on the command line.

#include <cstdint>
#include <string>
#include <vector>

namespace bench {

struct Setting {
    std::string server;  ///< URL of a database beside which others may be made
    std::vector<std::string> names;
    double seconds = 3;  ///< of each round
    unsigned rounds = 3;
    std::string baskets;        ///< a file of them, or empty
    std::string configuration;  ///< more members of the library's configuration
    std::int64_t growth_lines = 5'000'000;
    bool json = false;
    bool costs = false;   ///< not how fast it is, but what it costs the server
    bool verify = false;  ///< whether the library finds its own rows and the floor's in order afterwards
};

}  // namespace bench
