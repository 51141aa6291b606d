#include "options.hpp"

#include <charconv>
#include <string_view>
#include <vector>

namespace replay {

const char* const usage = R"(usage: host_replay LIBRARY_PATH DATABASE_URL FILE.csv [options]
  --opening-stock N  units of every stock code at each of the two warehouses (20)
  --threshold N      how many of them may be on backorder at each (10)
  --no-restock       receive nothing at the days' ends
)";

namespace {

std::optional<std::int64_t> count(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

}  // namespace

std::optional<Options> read_options(int argc, char** argv, std::string& problem) {
    Options options;
    std::vector<std::string> places;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--no-restock") {
            options.restock = false;
        } else if (argument == "--opening-stock" || argument == "--threshold") {
            const auto value = count(i + 1 < argc ? argv[++i] : "");
            if (!value) {
                problem = std::string(argument) + " needs a whole number, 0 or more";
                return std::nullopt;
            }
            (argument == "--threshold" ? options.threshold : options.opening_stock) = *value;
        } else if (argument.size() > 1 && argument.front() == '-') {
            problem = "unknown option " + std::string(argument);
            return std::nullopt;
        } else {
            places.emplace_back(argument);
        }
    }
    if (places.size() != 3) {
        problem = "a library, a database and a file are needed";
        return std::nullopt;
    }
    options.library = places[0];
    options.database = places[1];
    options.file = places[2];
    return options;
}

}  // namespace replay
